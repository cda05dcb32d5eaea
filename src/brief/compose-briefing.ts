import { mayRead } from '../audience.ts';
import type { Briefing, BriefingItem } from '../briefing.ts';
import { ROLE_PLANS, type Role, type SectionName } from '../role.ts';
import type { BriefingSources, FollowedEntry } from './briefing-sources.ts';
import { fitBriefing } from './fit-briefing.ts';
import { isRoutineTitle } from './is-routine-title.ts';
import { type ItemPapers, joinItems, titleOf } from './item-papers.ts';
import { askedLines } from './lines/asked-lines.ts';
import { decidedLines, earlierOn, entryLine } from './lines/decided-lines.ts';
import { declarationLines, MAX_DECLARATIONS } from './lines/declaration-lines.ts';
import { figureLines, findChanges } from './lines/figure-lines.ts';
import { joinLeads } from './lines/join-leads.ts';
import { present } from './lines/line.ts';
import { type MatterItem, matterLines } from './lines/matter-lines.ts';
import { isOutstanding, OUTCOME_ORDER } from './lines/outcome-words.ts';
import { questionLines } from './lines/question-lines.ts';
import { runningLines } from './lines/running-lines.ts';
import { findWorries, worryLines } from './lines/worry-lines.ts';

export const MAX_OUTSTANDING = 8;

/**
 * A briefing for a meeting from its papers and the committee's earlier record: every line cited, no more than four
 * pages, what was left out said. Says nothing that the papers do not: a part without anything to say is empty, and so
 * is one that the reader's role is not shown.
 */
export function composeBriefing(given: BriefingSources): Briefing {
  const sources = { ...given, ledger: joinLeads(given.ledger) };
  const { committee, date, madeOn, role, forRole, audience, cite, papers, held } = sources;
  const plan = ROLE_PLANS[role];
  const joined = joinItems(papers).filter(({ title }) => title.trim() !== '');
  const all = [...joined.map((item) => briefItem(item, sources)), ...closedItems(joined, sources)];
  const waiting = outstandingOf(sources);
  const business = joined.filter((item) => !isRoutine(item));
  // What is told under an item is not told again.
  const told = new Set(all.flatMap(({ earlier }) => earlier.map(({ entry }) => entry.id)));
  const outstanding = byReader(
    waiting.filter(({ entry }) => !told.has(entry.id)),
    role,
  );
  const shows = (section: SectionName) => plan.sections.includes(section);
  const declarations = shows('declarations') ? declarationLines(business, sources) : [];
  return fitBriefing({
    committee,
    date,
    madeOn,
    role,
    ...(forRole === undefined ? {} : { forRole }),
    audience,
    mattersMost: matterLines({ all, outstanding: waiting, kinds: plan.matters, date, held, cite }),
    running: shows('running') ? runningLines({ papers, all, cite, isRoutine }) : [],
    items: all.map(({ item }) => forReader(item, role)),
    outstanding: present(outstanding.slice(0, MAX_OUTSTANDING).map((one) => entryLine(one, { cite, date, held }))),
    declarations: declarations.slice(0, MAX_DECLARATIONS),
    missing: [...sources.missing, ...withoutPapers(business, sources)],
    leftOut: [
      ...leftOut(outstanding.length - MAX_OUTSTANDING, 'outstanding matter', 'minutebook outstanding lists them'),
      ...leftOut(declarations.length - MAX_DECLARATIONS, 'earlier declaration'),
    ],
    papers: papers
      .filter(({ paper }) => paper.kind !== 'minutes')
      .map((paper) => ({ title: titleOf(paper), source: paper.source, sha256: paper.sha256 })),
  });
}

/** An item as the briefing has it, with what it was found from. */
type Briefed = MatterItem;

function briefItem(papers: ItemPapers, sources: BriefingSources): Briefed {
  const { cite, date, held } = sources;
  const closed = closedOf(papers, sources);
  if (closed) return closedItem(papers, sources, closed);
  const earlier = isRoutine(papers) ? [] : earlierOn(papers, sources);
  const worries = findWorries(papers);
  const changes = findChanges(papers, sources);
  const item: BriefingItem = {
    ...emptyItem(papers, sources),
    asked: isRoutine(papers) ? [] : askedLines(papers, cite),
    decidedBefore: decidedLines(earlier, { cite, date, held, item: papers }),
    figures: figureLines(changes),
    worries: worryLines(worries, cite),
    questions: questionLines({ item: papers, earlier, changes, worries, date, held, cite }),
  };
  return { papers, item, changes, worries, earlier };
}

/** Of what is closed nothing is looked into, so that nothing can be let out by a part that is. */
function closedItem(papers: ItemPapers, sources: BriefingSources, closed: { paragraphs: number[] }): Briefed {
  const item = emptyItem(papers, sources, closed);
  return { papers: { ...papers, papers: [] }, item, changes: [], worries: [], earlier: [] };
}

/** Without the parts that a role is not shown. */
function forReader(item: BriefingItem, role: Role): BriefingItem {
  const { parts } = ROLE_PLANS[role];
  const hidden = (['asked', 'decidedBefore', 'figures', 'worries', 'questions'] as const).filter(
    (part) => !parts.includes(part),
  );
  return { ...item, ...Object.fromEntries(hidden.map((part) => [part, []])) };
}

/** An officer is shown first what somebody was asked to do or said they would; what other bodies were recommended comes last. */
function byReader(outstanding: FollowedEntry[], role: Role): FollowedEntry[] {
  if (role !== 'officer') return outstanding;
  const isOthers = ({ entry }: FollowedEntry) => entry.kind === 'limb' && entry.limbKind === 'recommendation';
  return [...outstanding].sort((a, b) => Number(isOthers(a)) - Number(isOthers(b)));
}

function isRoutine({ title, papers }: ItemPapers): boolean {
  return papers.length === 0 && isRoutineTitle(title);
}

function emptyItem(item: ItemPapers, { cite }: BriefingSources, closed?: { paragraphs: number[] }): BriefingItem {
  const { number, title, agenda, papers } = item;
  const [span] = item.item?.spans ?? [];
  const [first] = papers;
  const why = 'the agenda item';
  const trace =
    agenda && span
      ? cite({ paperId: agenda.id, span, why, ...(number === undefined ? {} : { item: number }) })
      : first && cite({ paperId: first.id, span: firstLine(first), why: 'the paper' });
  return {
    ...(number === undefined ? {} : { number }),
    title,
    traces: trace ? [trace] : [],
    ...(closed ? { closed } : {}),
    asked: [],
    decidedBefore: [],
    figures: [],
    worries: [],
    questions: [],
  };
}

function firstLine({ text, paper }: ItemPapers['papers'][number]) {
  const words = text.slice(paper.span.start, paper.span.end);
  const start = paper.span.start + (words.length - words.trimStart().length);
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 || end > paper.span.end ? paper.span.end : end };
}

/** What the agenda closes to this audience; its papers, where any were open, are not looked into either. */
function closedOf(
  { item }: ItemPapers,
  { audience, committee }: BriefingSources,
): { paragraphs: number[] } | undefined {
  if (!item || mayRead(audience, item.access, { committee })) return undefined;
  return { paragraphs: item.access.kind === 'exempt' ? item.access.paragraphs : [] };
}

/** What is closed and stands under no item that was told of already. */
function closedItems(joined: ItemPapers[], sources: BriefingSources): Briefed[] {
  const isKnown = ({ item, title }: BriefingSources['closed'][number]) =>
    joined.some((one) => (item !== undefined && one.number === item) || one.title === title);
  return sources.closed
    .filter((closed) => !isKnown(closed))
    .map(({ item: number, title = 'A paper that is closed to you', paragraphs }) =>
      closedItem({ ...(number === undefined ? {} : { number }), title, papers: [] }, sources, { paragraphs }),
    );
}

/** What still waits for an answer, the likeliest to be forgotten first, the newest first among those. */
function outstandingOf({ ledger }: BriefingSources): FollowedEntry[] {
  const rank = ({ outcome }: FollowedEntry) => (outcome ? OUTCOME_ORDER.indexOf(outcome.kind) : OUTCOME_ORDER.length);
  return [...ledger]
    .reverse()
    .filter(({ outcome }) => isOutstanding(outcome))
    .sort((a, b) => rank(a) - rank(b));
}

function withoutPapers(business: ItemPapers[], sources: BriefingSources): string[] {
  const bare = business.filter((one) => one.papers.length === 0 && one.item?.pages && !closedOf(one, sources));
  const named = bare.map(({ number, title }) => `${number ?? ''} ${title}`.trim());
  return named.length === 0 ? [] : [`No paper is indexed for ${named.join('; ')}.`];
}

function leftOut(count: number, noun: string, where?: string): string[] {
  if (count <= 0) return [];
  return [`${count} more ${noun}${count === 1 ? '' : 's'}${where === undefined ? '' : ` (${where})`}`];
}
