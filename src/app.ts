import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { answerQuestion } from './answer/answer-question.ts';
import type { Answer } from './answer.ts';
import { answerRecord } from './answer-record.ts';
import { readQuestion } from './ask/read-question.ts';
import { type Audience, audienceKey, PUBLIC_AUDIENCE } from './audience.ts';
import { formatDate } from './citation.ts';
import type { Config } from './config.ts';
import { type Dialogue, rememberTurn } from './dialogue.ts';
import { AppError } from './errors.ts';
import { checkCitations } from './evaluate/check-citations.ts';
import { readGold } from './evaluate/read-gold.ts';
import { type ScoredAnswer, scoreAnswers } from './evaluate/score-answers.ts';
import { type Summary, sumMarks } from './evaluate/sum-marks.ts';
import type { CitedExcerpt, CitedWords, Excerpt, ReadOn } from './excerpt.ts';
import { listRecords } from './export/list-records.ts';
import type { ExportedRecord } from './exported-record.ts';
import { ingestFiles, type PaperSteps } from './index/ingest-files.ts';
import { keepIndex } from './index/keep-index.ts';
import { type Index, openIndex } from './index/open-index.ts';
import { openSourcePlaces } from './index/source-places.ts';
import type { IngestProgress, IngestSummary } from './ingestion.ts';
import type { Lexicon } from './lexicon.ts';
import { type IndexStatus, listPaper, type MeetingListing, type PaperListing } from './listing.ts';
import { openEmbedderPool } from './models/embedder-pool.ts';
import { openLocalEmbedder } from './models/local-embedder.ts';
import { stoppableEmbedder } from './models/stoppable-embedder.ts';
import type { Embedder } from './models.ts';
import type { Paper } from './paper.ts';
import type { Question } from './question.ts';
import { hashFile } from './read/hash-file.ts';
import { listPapers } from './read/list-papers.ts';
import { readPaper } from './read/read-paper.ts';
import { recognisePapers } from './recognise/recognise-papers.ts';
import { findTopic } from './retrieve/find-topic.ts';
import { learnLexicon } from './retrieve/learn-lexicon.ts';
import { retrieve } from './retrieve/retrieve.ts';
import { showCited } from './retrieve/show-cited.ts';
import { showPlace } from './retrieve/show-place.ts';
import type { TopicKind, TopicMeeting } from './topic.ts';

export type IngestOptions = {
  rebuild?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: IngestProgress) => void;
};
/**
 * `previous`: what was kept of the turn before this one in a conversation, which this one may lean on. `onRead` is told
 * how the question was understood, before anything is searched; `signal` ends the work, which then throws its reason.
 */
export type AskOptions = {
  audience?: Audience;
  committee?: string;
  previous?: Dialogue;
  onRead?: (question: Question) => void;
  signal?: AbortSignal;
};
export type Asked = { answer: Answer; question: Question; dialogue: Dialogue; ms: number };
/** `citations`: how many were checked against the papers' texts and records, and what is wrong with any, in words. */
export type Scores = {
  all: Summary;
  kinds: Map<string, Summary>;
  citations: { checked: number; wrong: string[] };
};
export type FindOptions = { audience?: Audience; committee?: string; since?: string; kind?: TopicKind };

/** The opened application. Whatever shows what is in papers does so for an audience; by default the public. */
export type App = {
  /** Brings the index in line with files and folders; one run at a time may write. */
  ingest(paths: string[], options?: IngestOptions): Promise<IngestSummary>;
  /** Takes out a paper, or all papers of a folder, by name or place; gives the names. Throws `not-found`. */
  remove(path: string): string[];
  /** The answer or the decline, the question as it was read, what the next turn may lean on, and the milliseconds it took. */
  ask(text: string, options?: AskOptions): Promise<Asked>;
  find(topic: string, options?: FindOptions): Promise<TopicMeeting[]>;
  /** Throws `not-found` for a citation of nothing in the index, and of what the audience may not read alike. */
  show(citation: string, audience?: Audience): Excerpt;
  /** The cited words where they stand, or what comes before or after what was shown; throws as `show` does. */
  showCited(cited: CitedWords, options?: ReadOn & { audience?: Audience }): CitedExcerpt;
  papers(audience?: Audience): PaperListing[];
  meetings(audience?: Audience): MeetingListing[];
  status(): IndexStatus;
  exportRecords(audience?: Audience): Iterable<ExportedRecord>;
  /** Answers every question of a file in the gold format and marks the answers. */
  evaluate(goldFile: string): Promise<Scores>;
  close(): Promise<void>;
};

const STEPS: PaperSteps = { list: listPapers, hash: hashFile, read: readPaper, recognise: recognisePapers };

/** Joins the parts. Nothing is opened before it is needed; `log` keeps a fault whole and gives its reference. */
export function openApp(config: Config, { log }: Logged): App {
  const folder = config.indexFolder;
  const opened = openOnDemand(config);
  const ask: App['ask'] = async (text, options = {}) => {
    const { audience = PUBLIC_AUDIENCE, committee, previous, onRead, signal } = options;
    const model = await opened.embedder();
    const embedder = signal ? stoppableEmbedder(model, signal) : model;
    const index = opened.index(embedder);
    const lexicon = opened.lexicon(audience);
    const startedAt = performance.now();
    const asked = { ...(committee === undefined ? {} : { committee }), ...(previous ? { previous } : {}) };
    const question = readQuestion(text, { lexicon, audience, ...asked });
    onRead?.(question);
    const hits = await retrieve(question, { index, embedder, lexicon });
    const answer = answerQuestion(question, { hits, lexicon, closed: index.closedPapers(audience) });
    return { answer, question, dialogue: rememberTurn(question, answer), ms: performance.now() - startedAt };
  };
  return {
    ingest: (paths, options = {}) => ingestInto(config, paths, { ...options, log }),
    remove: (path) => removeFromIndex(path, folder),
    ask,
    async find(topic, options = {}) {
      const embedder = await opened.embedder();
      return find(topic, { ...options, embedder, index: opened.index(embedder), lexicon: opened.lexicon });
    },
    show: (citation, audience = PUBLIC_AUDIENCE) => showPlace(citation, { index: opened.index(), audience }),
    showCited: (cited, { audience = PUBLIC_AUDIENCE, ...readOn } = {}) =>
      showCited(cited, { index: opened.index(), audience, ...readOn }),
    papers: (audience = PUBLIC_AUDIENCE) =>
      opened
        .index()
        .papers(audience)
        .map(({ source, paper }) => listPaper(source, paper)),
    meetings: (audience = PUBLIC_AUDIENCE) => listMeetings(opened.index(), audience),
    status: () => readStatus(opened.index, folder),
    exportRecords: (audience = PUBLIC_AUDIENCE) => exportRecords(opened.index(), audience),
    evaluate: (goldFile) => evaluate(goldFile, ask, opened),
    close: opened.close,
  };
}

type Logged = { log(error: unknown): string };

async function ingestInto(config: Config, paths: string[], options: IngestOptions & Logged): Promise<IngestSummary> {
  const { rebuild = false, log, signal, onProgress } = options;
  const embedder = await openEmbedderPool(config.modelFolder, availableParallelism());
  try {
    const index = openIndex(config.indexFolder, { embedder, writing: true, rebuild });
    try {
      const places = openSourcePlaces(config.indexFolder);
      const run = { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
      const summary = await ingestFiles(paths, { steps: STEPS, index, places, embedder, log, ...run });
      if (!summary.stopped) index.prepare();
      return summary;
    } finally {
      index.close();
    }
  } finally {
    await embedder.close();
  }
}

type FindRun = FindOptions & { index: Index; embedder: Embedder; lexicon(audience: Audience): Lexicon };

function find(topic: string, { audience = PUBLIC_AUDIENCE, committee, lexicon, ...options }: FindRun) {
  const named = committee === undefined ? {} : { committee };
  const question = readQuestion(topic, { lexicon: lexicon(audience), audience, ...named });
  return findTopic(question, { ...options, audience, ...(question.only ? { committee: question.only } : {}) });
}

/** What questions need, opened at the first of them and kept. */
function openOnDemand({ indexFolder, modelFolder }: Config) {
  const kept = keepIndex(indexFolder);
  let embedder: Promise<Embedder> | undefined;
  return {
    index: kept.index,
    embedder: () => {
      embedder ??= openLocalEmbedder(modelFolder);
      return embedder;
    },
    lexicon: (audience: Audience): Lexicon =>
      kept.remember(audienceKey(audience), () => learnLexicon(kept.index(), audience)),
    async close() {
      kept.close();
      await (await embedder)?.close();
    },
  };
}

function removeFromIndex(path: string, folder: string): string[] {
  const index = openIndex(folder, { writing: true });
  try {
    const places = openSourcePlaces(folder);
    const placed = new Set(places.under(resolve(path)).map(({ source }) => source));
    const below = path.endsWith('/') ? path : `${path}/`;
    const named = index.sources().filter((name) => name === path || name.startsWith(below) || placed.has(name));
    if (named.length === 0) throw new AppError('not-found', `Cannot remove "${path}": the index has no such paper`);
    for (const source of named) {
      index.removeSource(source);
      places.forget(source);
    }
    places.save();
    return named;
  } finally {
    index.close();
  }
}

function listMeetings(index: Index, audience: Audience): MeetingListing[] {
  return index.meetings(audience).map(({ paperIds, ...meeting }) => ({ ...meeting, papers: paperIds.length }));
}

function readStatus(openedIndex: () => Index, folder: string): IndexStatus {
  let index: Index;
  try {
    index = openedIndex();
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not-found')) throw error;
    const nothing = { files: 0, papers: 0, meetings: 0, committees: [], passages: 0, bytes: 0, missing: [] };
    return { folder, exists: false, ...nothing };
  }
  const { sources, papers, passages } = index.counts();
  const meetings = index.meetings(PUBLIC_AUDIENCE);
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return {
    folder,
    exists: true,
    files: sources,
    papers,
    meetings: meetings.length,
    committees: [...new Set(meetings.map(({ committee }) => committee))].sort(),
    passages,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    missing: meetings.filter(({ hasMinutes }) => !hasMinutes).map(missingMinutes),
  };
}

function missingMinutes({ committee, date }: { committee: string; date: string }): string {
  return `the minutes of ${committee}, ${formatDate(date)}`;
}

function* exportRecords(index: Index, audience: Audience): Iterable<ExportedRecord> {
  for (const meeting of listMeetings(index, audience)) {
    const { committee, date, hasAgenda, hasMinutes, status } = meeting;
    const nothing = {
      paper: null,
      number: null,
      title: null,
      text: null,
      access: { kind: 'public' },
      page: null,
    } as const;
    yield {
      record: 'meeting',
      ...nothing,
      committee,
      meetingDate: date,
      hasAgenda,
      hasMinutes,
      status: status ?? null,
    };
  }
  for (const { id, source, paper } of index.papers(audience)) {
    const passages = index.listPassages({ audience, paperIds: [id] });
    const pageOf = (offset: number) =>
      passages.find(({ span }) => span.start <= offset && offset < span.end)?.place.page;
    yield* listRecords(paper, { source, text: index.paperText(id, audience) ?? '', pageOf });
  }
}

async function evaluate(goldFile: string, ask: App['ask'], opened: { index(): Index }): Promise<Scores> {
  const questions = readGold(goldFile);
  const answers: ScoredAnswer[] = [];
  const citations = { checked: 0, wrong: [] as string[] };
  for (const { id, question } of questions) {
    const { answer, ms } = await ask(question);
    const record = answerRecord(answer, ms);
    answers.push({ id, ...record });
    citations.checked += record.citations.length;
    citations.wrong.push(...checkCitations(answer, { paperOf: (passage) => paperOf(passage, opened.index()) }));
  }
  return { ...sumMarks(scoreAnswers(questions, answers)), citations };
}

function paperOf(passageId: number, index: Index): { paper: Paper; text: string } | undefined {
  const [passage] = index.passages([passageId], PUBLIC_AUDIENCE);
  const found = passage && index.papers(PUBLIC_AUDIENCE).find(({ id }) => id === passage.paperId);
  const text = passage && index.paperText(passage.paperId, PUBLIC_AUDIENCE);
  return found && text !== undefined ? { paper: found.paper, text } : undefined;
}
