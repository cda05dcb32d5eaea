import type { Limb, Paragraph, Vote } from '../../minute.ts';
import { classifyLimb, type LimbReading } from './classify-limb.ts';
import { readDeadline } from './read-deadline.ts';
import type { LimbDraft, Resolution } from './read-resolution.ts';
import { readVote } from './read-vote.ts';

/** A vote at a limb's own end: "(Unanimous)", "(For 6, Against 0)", "Carried." */
const OWN_VOTE =
  /[([][^()[\]]{0,140}[)\]]\.?$|\b(?:carried|agreed|approved|passed)? ?(?:unanimously|nem\.? ?con)\.?$|\bcarried\b[^.]{0,120}\.?$|\ball (?:(?:were )?in favour|agreed)\.?$|\bvot(?:e|es|ing)\b[^.]{0,140}\.?$/i;

/** The limbs of a resolution with what each does. The vote on a whole resolution stands at each of them. */
export function finishLimbs(
  resolution: Resolution,
  options: { verb: string; vote?: Vote | undefined; title?: string },
): Limb[] {
  const { lead } = resolution;
  const shared = resolution.vote ?? options.vote ?? readVote(lead?.text ?? '');
  const readings = new Map<LimbDraft, LimbReading>();
  const drafts = resolution.limbs.filter(({ text }) => /[\p{L}\d]/u.test(text));
  return drafts.map((draft) => {
    const parent = draft.within && readings.get(draft.within);
    const reading = classifyLimb(draft.text, { opening: options.verb, lead: lead?.text ?? draft.opener, parent });
    readings.set(draft, reading);
    if (isProcedure(options.title ?? '', draft.text)) reading.kind = 'procedure';
    return finish(draft, { reading, vote: ownVote(draft.text) ?? openerVote(resolution, draft) ?? shared, lead });
  });
}

/** Under such headings a committee runs its meeting: "these be approved and signed", "to accept the reasons given". */
const PROCEDURES: [RegExp, RegExp][] = [
  [
    /(?:^| \/ )(?:(?:confirmation|approval|adoption|signing) of )?(?:the )?minutes?\b/i,
    /\b(?:approv|sign|confirm|agree|accept|adopt|correct|true|accurate)/i,
  ],
  [/^apologies\b/i, /\b(?:accept|receiv|not(?:e|ed)|approv)/i],
  [/^date\b.{0,20}\bmeeting/i, /\bmeeting\b|\d/i],
];

function isProcedure(title: string, text: string): boolean {
  return text.length < 300 && PROCEDURES.some(([heading, words]) => heading.test(title) && words.test(text));
}

type Read = { reading: LimbReading; vote: Vote | undefined; lead: Paragraph | undefined };

function finish(draft: LimbDraft, { reading, vote, lead }: Read): Limb {
  const limb: Limb = { verb: reading.verb, kind: reading.kind, text: draft.text, spans: draft.spans };
  if (draft.label !== undefined) limb.label = draft.label;
  if (reading.asked !== undefined) limb.asked = reading.asked;
  if (reading.toBody !== undefined) limb.toBody = reading.toBody;
  const by = readDeadline(draft.text);
  if (by && reading.kind !== 'noting' && reading.kind !== 'procedure') limb.by = by;
  if (lead) limb.lead = lead;
  if (vote) limb.vote = vote;
  return limb;
}

function ownVote(text: string): Vote | undefined {
  const counted = /\bby (?:\w{1,6} votes? to \w{1,6}|a (?:\w{1,10} )?majority(?! of))\b/i.exec(text.slice(0, 600))?.[0];
  const acted = text.slice(-400).replace(/(?<=[.)])\s+ACTIONS?\s?(?:by)?\s?[:–-].{0,150}$/i, '');
  const printed = counted ?? OWN_VOTE.exec(acted.slice(-200))?.[0];
  return printed === undefined ? undefined : readVote(printed);
}

/** "RESOLVED (unanimously) that": the opener of an undivided resolution stands in its span but not in its words. */
function openerVote(resolution: Resolution, draft: LimbDraft): Vote | undefined {
  return draft.opener === undefined || resolution.lead ? undefined : readVote(draft.opener);
}
