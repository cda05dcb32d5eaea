import { readQuestion } from '../ask/read-question.ts';
import { type Audience, PUBLIC_AUDIENCE } from '../audience.ts';
import { dropCopies } from '../follow/ledger/drop-copies.ts';
import type { Index } from '../index/open-index.ts';
import type { IndexedMeeting, LedgerSearch } from '../index/search-index.ts';
import type { LedgerEntry, LedgerFilter, LedgerKind, Outcome } from '../ledger.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Term } from '../question.ts';
import { isMet, stemsOf } from '../term.ts';

export type LedgerParts = {
  index: Index;
  lexicon(audience: Audience): Lexicon;
  /** What became of the requests and undertakings of these committees, by the entries' ids. */
  outcomes?(entries: LedgerEntry[], audience: Audience): Map<number, Outcome>;
};

/** What somebody has to do something about. */
const OPEN_KINDS: LedgerKind[] = ['request', 'undertaking'];
const NEXT_MEETING = /\bnext (?:\w+ )?meeting$/i;
/** Words of a name that say nothing of whose it is. */
const SMALL_WORDS = new Set(['the', 'of', 'and', 'for', 's']);

/**
 * The committee's ledger, in order of meeting and place, each line once, as far as the audience may read it. Throws
 * `invalid` for a committee that the index does not have.
 */
export function listLedger(
  filter: LedgerFilter,
  { audience = PUBLIC_AUDIENCE, ...parts }: LedgerParts & { audience?: Audience },
): LedgerEntry[] {
  const { index } = parts;
  const { committee, topic = '' } = filter;
  const lexicon = parts.lexicon(audience);
  const read = readQuestion(topic, { lexicon, audience, ...(committee === undefined ? {} : { committee }) });
  const entries = index.ledgerEntries(searchOf(filter, { audience, committee: read.only }));
  const meetings = index.meetings(audience);
  const listed = dropCopies(entries)
    .filter((entry) => topic.trim() === '' || isAbout(entry, read.terms))
    .map((entry) => withNextMeeting(entry, meetings));
  if (!filter.open || !parts.outcomes) return listed;
  const outcomes = parts.outcomes(listed, audience);
  return listed.filter(({ id }) => {
    const outcome = outcomes.get(id);
    return outcome !== undefined && outcome.kind !== 'answered';
  });
}

function searchOf(filter: LedgerFilter, of: { audience: Audience; committee: string | undefined }): LedgerSearch {
  const kinds = filter.open ? OPEN_KINDS.filter((kind) => filter.kinds?.includes(kind) ?? true) : filter.kinds;
  const who = [...stemsOf(filter.who ?? '')].filter((stem) => !SMALL_WORDS.has(stem));
  return {
    audience: of.audience,
    ...(of.committee === undefined ? {} : { committees: [of.committee] }),
    ...(filter.since === undefined ? {} : { dates: [{ from: filter.since, to: '9999-12-31' }] }),
    ...(kinds === undefined ? {} : { entryKinds: kinds }),
    ...(filter.who === undefined ? {} : { whoWords: who }),
  };
}

function isAbout({ text, place }: LedgerEntry, terms: Term[]): boolean {
  const stems = stemsOf(`${place.minuteTitle ?? ''} ${text}`);
  return terms.length > 0 && terms.every((term) => isMet(term, stems));
}

/** "The next meeting" that the minutes do not date is the next one that the index knows of. */
function withNextMeeting(entry: LedgerEntry, meetings: IndexedMeeting[]): LedgerEntry {
  const { by, place } = entry;
  if (!by || by.iso !== undefined || !NEXT_MEETING.test(by.printed) || place.meetingDate === undefined) return entry;
  const after = place.meetingDate;
  const next = meetings.find(({ committee, date }) => committee === place.committee && date > after);
  return next ? { ...entry, by: { printed: by.printed, iso: next.date } } : entry;
}
