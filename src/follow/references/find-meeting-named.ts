import { findDays } from '../find-days.ts';

/**
 * The earlier meeting that a sentence names: its day, its month only, or "the last one". `isAsked`: it is said that
 * something was asked or decided there.
 */
export type MeetingNamed = {
  date?: string;
  month?: string;
  isLast?: boolean;
  isAsked: boolean;
  /** The body whose meeting it was, where one is named. */
  committee?: string;
  at: number;
};

const BEFORE_DAY = /\bmeetings?\b[^.;:]{0,80}?\b(?:on|of|dated)\s(?:the\s)?(?:\w{3,9}day,?\s)?(?:the\s)?$/i;
const LAST =
  /\b(?:at|from|since|by|of|to|following|further to)\s(?:its|the|our|their|this \w+['’]s)\s(?:last|previous)\s(?:ordinary\s)?meeting\b/i;
const ASKED =
  /\b(?:committee|commission|members?|panel|board|cabinet|council|meeting|it|we|they)\b[^.;]{0,40}?\b(?:asked|requested|resolved|agreed|decided|sought|recommended|called for)\b|\b(?:asked|requested|resolved|agreed|deferred|decided|reported)\b[^.;]{0,60}\b(?:meeting|committee|commission|panel|members?)\b|\b(?:in response to|further to|deferred from|as (?:asked|requested|agreed))\b/i;
/** A month alone names a meeting only where it is said who asked. */
const BODY_ASKED =
  /\b(?:committee|commission|members|panel|board|it|we)\s(?:had\s|has\s|have\s)?(?:asked|requested|resolved|agreed|called)\b/i;
const IN_MONTH = /\b(?:in|at|from|since)\s(?:the\s|its\s|our\s)?$/i;
const AFTER_MONTH = /^\s?meeting\b/i;
const MAX_BEFORE = 140;
const BODY =
  "((?:\\p{Lu}[\\p{L}’'-]*,? (?:and |of |for |the |& )?){0,7}(?:Committee|Commission|Cabinet|Executive|Board|Panel|Council|Forum))";
/** "Cabinet, at its meeting on", "the meeting of the Audit Committee held on", "the Cabinet meeting of". */
const WHOSE = new RegExp(
  `\\b${BODY},? (?:had |has )?(?:\\w+ )?at (?:its|their|the) (?:\\w+ )?meeting\\b|\\bmeeting of (?:the )?${BODY}\\b|\\b${BODY} meeting\\b`,
  'u',
);

/** The first earlier meeting that a sentence names; `own` is the day of the meeting it was written for. */
export function findMeetingNamed(sentence: string, own: string | undefined): MeetingNamed | undefined {
  const flat = sentence.replace(/\s/g, ' ');
  const isAsked = ASKED.test(flat);
  for (const day of own === undefined ? [] : findDays(flat, { near: own })) {
    const before = flat.slice(Math.max(0, day.start - MAX_BEFORE), day.start);
    const isDay = day.iso.length === 10;
    if (isDay && own !== undefined && day.iso < own && BEFORE_DAY.test(before))
      return { date: day.iso, isAsked, ...whose(before), at: day.start };
    const saysMonth =
      IN_MONTH.test(before) && (BODY_ASKED.test(flat) || (isAsked && AFTER_MONTH.test(flat.slice(day.end))));
    if (!isDay && own !== undefined && day.iso < own.slice(0, 7) && saysMonth)
      return { month: day.iso, isAsked, at: day.start };
  }
  const last = LAST.exec(flat);
  return last ? { isLast: true, isAsked, at: last.index } : undefined;
}

/** A bare "Committee" is the one that speaks. */
function whose(before: string): { committee?: string } {
  const found = WHOSE.exec(before);
  const body = (found?.[1] ?? found?.[2] ?? found?.[3])?.trim();
  return body === undefined || /^(?:Committee|Commission|Board|Panel|Forum|Council)$/.test(body)
    ? {}
    : { committee: body };
}
