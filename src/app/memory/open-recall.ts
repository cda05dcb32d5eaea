import { readQuestion } from '../../ask/read-question.ts';
import { type Audience, PUBLIC_AUDIENCE } from '../../audience.ts';
import { type OutcomeScores, scoreOutcomes } from '../../evaluate/score-outcomes.ts';
import { scoreThreads, type ThreadScores } from '../../evaluate/score-threads.ts';
import { judgeOutcome } from '../../follow/judge-outcome.ts';
import { isTask } from '../../follow/outcome/is-task.ts';
import type { Index } from '../../index/open-index.ts';
import type { LedgerEntry, Outcome } from '../../ledger.ts';
import type { Lexicon } from '../../lexicon.ts';
import type { Embedder } from '../../models.ts';
import type { Series } from '../../series.ts';
import { isMet, stemsOf } from '../../term.ts';
import type { Thread } from '../../thread.ts';
import { findMeasure } from './find-series.ts';
import { findThread } from './find-thread.ts';
import { openCommittee } from './open-committee.ts';

export type RecallOptions = { audience?: Audience; committee?: string };
/** `since` and `today` are YYYY-MM-DD; `today` is the newest meeting in the index unless given. */
export type OutcomeFilter = {
  committee?: string;
  since?: string;
  topic?: string;
  who?: string;
  today?: string;
  open?: boolean;
};
/** Something that was asked or promised, and what the papers show of it. */
export type FollowedUp = { entry: LedgerEntry; outcome: Outcome };

/** What the committee's memory tells: lives of decisions, what became of things, figures over time. */
export type Recall = {
  /** The life of what a citation or words mean, over the whole record. Throws `not-found` where nothing is meant. */
  thread(words: string, options?: RecallOptions): Promise<Thread>;
  /** Requests, undertakings and other tasks with what became of each; throws `invalid` for an unknown committee. */
  outcomes(filter?: OutcomeFilter, audience?: Audience): FollowedUp[];
  /** Series of the measures that words or a number mean, the best first; throws as `outcomes` does. */
  measure(words: string, options?: RecallOptions): Series[];
  /** A series as a chart's whole file, readable in grey, with its figures in words for whoever cannot see it. */
  chart(series: Series, format: 'svg' | 'png'): Promise<Buffer>;
  /** Marks the public's threads and outcomes against labelled ones. */
  scoreMemory(files: { threads: string; outcomes: string }): Promise<MemoryScores>;
};
export type MemoryScores = { threads: ThreadScores; outcomes: OutcomeScores };

type Parts = { index(): Index; lexicon(audience: Audience): Lexicon; embedder(): Promise<Embedder> };

/** Opens nothing before it is asked. */
export function openRecall({ index, lexicon, embedder }: Parts): Recall {
  const nameOf = (committee: string | undefined, audience: Audience) =>
    committee === undefined ? undefined : readQuestion('', { lexicon: lexicon(audience), audience, committee }).only;
  const recall: Recall = {
    async thread(words, { audience = PUBLIC_AUDIENCE, committee } = {}) {
      const only = nameOf(committee, audience);
      const parts = { index: index(), lexicon: lexicon(audience), embedder: await embedder(), audience };
      return findThread(words, { ...parts, ...(only === undefined ? {} : { committee: only }) });
    },
    outcomes: (filter = {}, audience = PUBLIC_AUDIENCE) => {
      const committee = nameOf(filter.committee, audience);
      const only = committee === undefined ? {} : { committee };
      return listOutcomes({ ...filter, ...only }, { index: index(), lexicon: lexicon(audience), audience });
    },
    measure: (words, { audience = PUBLIC_AUDIENCE, committee } = {}) => {
      const only = nameOf(committee, audience);
      return findMeasure(index(), words, { audience, ...(only === undefined ? {} : { committee: only }) });
    },
    async chart(series, format) {
      // The charting library takes longer to load than a question to answer.
      const { drawSeries, paintSeries } = await import('../../chart/draw-series.ts');
      return format === 'png' ? paintSeries(series) : Buffer.from(drawSeries(series), 'utf8');
    },
    async scoreMemory(files) {
      const threads = await scoreThreads((cite) => recall.thread(cite), files.threads);
      return { threads, outcomes: scoreOutcomes((today) => recall.outcomes({ today }), files.outcomes) };
    },
  };
  return recall;
}

type Listing = { index: Index; lexicon: Lexicon; audience: Audience };

function listOutcomes({ topic = '', ...filter }: OutcomeFilter, { index, lexicon, audience }: Listing): FollowedUp[] {
  const today = filter.today ?? newestMeeting(index, audience);
  const { terms } = readQuestion(topic, { lexicon, audience });
  const who = [...stemsOf(filter.who ?? '')];
  const committees = filter.committee === undefined ? lexicon.committees.map(({ name }) => name) : [filter.committee];
  const found = committees.flatMap((committee) => {
    const opened = openCommittee(index, { audience, committee });
    return opened.open.record.entries
      .filter(
        (entry) =>
          isTask(entry) &&
          (entry.place.meetingDate ?? '') >= (filter.since ?? '') &&
          (entry.place.meetingDate ?? '') <= today,
      )
      .filter((entry) => {
        const stems = stemsOf(`${entry.place.minuteTitle ?? ''} ${entry.text}`);
        const actors = stemsOf(
          `${entry.who ?? ''} ${entry.kind === 'undertaking' ? (entry.saidBy ?? '') : (entry.toBody ?? '')}`,
        );
        return terms.every((term) => isMet(term, stems)) && who.every((stem) => actors.has(stem));
      })
      .map((entry) => ({ entry, outcome: judgeOutcome(entry, { ...opened, today }) }));
  });
  return filter.open ? found.filter(({ outcome }) => outcome.kind !== 'answered') : found;
}

/** The newest meeting of which there are minutes: the day up to which the record speaks. */
export function newestMeeting(index: Index, audience: Audience): string {
  const meetings = index.meetings(audience);
  return (meetings.findLast(({ hasMinutes }) => hasMinutes) ?? meetings.at(-1))?.date ?? '';
}
