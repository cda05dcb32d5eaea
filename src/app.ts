import { availableParallelism } from 'node:os';
import { type Asked, type AskOptions, askRecord, type CouncilWriter } from './app/ask-record.ts';
import { type BriefOptions, type Briefs, openBriefs } from './app/brief-record.ts';
import { type IngestOptions, ingestInto, removeFromIndex } from './app/change-index.ts';
import { checkWriter, type WriterCheck } from './app/check-writer.ts';
import { compareWriter, evaluateAnswers, type WriterComparison } from './app/evaluate-answers.ts';
import { listLedger } from './app/list-ledger.ts';
import { exportRecords, listMeetings, readStatus } from './app/list-record.ts';
import { openRecall, type Recall } from './app/memory/open-recall.ts';
import { openMemory, openOutcomes } from './app/open-memory.ts';
import { readQuestion } from './ask/read-question.ts';
import { type Audience, audienceKey, PUBLIC_AUDIENCE } from './audience.ts';
import type { Config } from './config.ts';
import { AppError } from './errors.ts';
import type { Scores } from './evaluate/run-evaluation.ts';
import { type LedgerScores, scoreLedger } from './evaluate/score-ledger.ts';
import type { CitedExcerpt, CitedWords, Excerpt, ReadOn } from './excerpt.ts';
import type { ExportedRecord } from './exported-record.ts';
import { keepIndex } from './index/keep-index.ts';
import type { Index } from './index/open-index.ts';
import type { IngestSummary } from './ingestion.ts';
import type { LedgerEntry, LedgerFilter } from './ledger.ts';
import type { Lexicon } from './lexicon.ts';
import { type IndexStatus, listPaper, type MeetingListing, type PaperListing } from './listing.ts';
import { openEmbedderPool } from './models/embedder-pool.ts';
import { openLocalEmbedder } from './models/local-embedder.ts';
import { openWriterWhenAsked } from './models/writer/open-writer-when-asked.ts';
import { openUsageLog } from './models/writer/usage-log.ts';
import type { Embedder } from './models.ts';
import type { Hit } from './passage.ts';
import { findTopic } from './retrieve/find-topic.ts';
import { learnLexicon } from './retrieve/learn-lexicon.ts';
import { showCited } from './retrieve/show-cited.ts';
import { showPlace } from './retrieve/show-place.ts';
import type { TopicKind, TopicMeeting } from './topic.ts';
import { readPrompts } from './write/read-prompts.ts';

export type { Outstanding } from './app/look-through-memory.ts';
export type { Asked, AskOptions, BriefOptions, IngestOptions, Scores, WriterComparison };
export type FindOptions = { audience?: Audience; committee?: string; since?: string; kind?: TopicKind };

/** The opened application. Whatever shows what is in papers does so for an audience; by default the public. */
export type App = Briefs &
  Recall & {
    /** Brings the index in line with files and folders; one run at a time may write. */
    ingest(paths: string[], options?: IngestOptions): Promise<IngestSummary>;
    /** Takes out a paper, or all papers of a folder, by name or place; gives the names. Throws `not-found`. */
    remove(path: string): string[];
    /** The answer or the decline, the question as it was read, what the next turn may lean on, and the milliseconds it took. */
    ask(text: string, options?: AskOptions): Promise<Asked>;
    /** Retrieval alone: passages that an audience may read, best first. */
    search(text: string, audience: Audience): Promise<Hit[]>;
    find(topic: string, options?: FindOptions): Promise<TopicMeeting[]>;
    /** Throws `not-found` for a citation of nothing in the index, and of what the audience may not read alike. */
    show(citation: string, audience?: Audience): Excerpt;
    /** The cited words where they stand, or what comes before or after what was shown; throws as `show` does. */
    showCited(cited: CitedWords, options?: ReadOn & { audience?: Audience }): CitedExcerpt;
    /** What was resolved and what was said to be done, in order of meeting; throws `invalid` for an unknown committee. */
    ledger(filter?: LedgerFilter, audience?: Audience): LedgerEntry[];
    papers(audience?: Audience): PaperListing[];
    meetings(audience?: Audience): MeetingListing[];
    status(): IndexStatus;
    exportRecords(audience?: Audience): Iterable<ExportedRecord>;
    /** Answers every question of a file in the gold format, and every turn of one of conversations, and marks them. */
    evaluate(goldFile: string, dialogueFile?: string): Promise<Scores>;
    /** Marks the public's ledger against a labelled one. */
    scoreLedger(goldFile: string): LedgerScores;
    /** The same without and with the language model; throws `invalid` where none is configured. */
    compareWriter(goldFile: string, dialogueFile?: string): Promise<WriterComparison>;
    /** Tries the council's language model with one small call; undefined where none is configured. Throws its failure. */
    checkWriter(): Promise<WriterCheck | undefined>;
    close(): Promise<void>;
  };

/**
 * Joins the parts. Nothing is opened before it is needed; `log` keeps a fault whole and gives its reference. A process
 * that `isServing` others keeps its own thread free while texts are embedded.
 */
export function openApp(config: Config, { log, isServing = false }: AppOptions): App {
  const folder = config.indexFolder;
  const opened = openOnDemand(config, { log, isServing });
  const briefs = openBriefs({ ...opened, memory: openMemory });
  const ask: App['ask'] = (text, options = {}) =>
    askRecord(text, { ...options, parts: { ...opened, brief: briefs.answerBriefing } });
  return {
    ingest: (paths, options = {}) => ingestInto(config, paths, { ...options, log }),
    remove: (path) => removeFromIndex(path, folder),
    ask,
    search: async (text, audience) => (await ask(text, { audience, isExtractive: true })).answer.hits,
    async find(topic, options = {}) {
      const embedder = await opened.embedder();
      return find(topic, { ...options, embedder, index: opened.index(embedder), lexicon: opened.lexicon });
    },
    show: (citation, audience = PUBLIC_AUDIENCE) => showPlace(citation, { index: opened.index(), audience }),
    showCited: (cited, { audience = PUBLIC_AUDIENCE, ...readOn } = {}) =>
      showCited(cited, { index: opened.index(), audience, ...readOn }),
    ledger: (filter = {}, audience = PUBLIC_AUDIENCE) =>
      listLedger(filter, {
        index: opened.index(),
        lexicon: opened.lexicon,
        audience,
        outcomes: openOutcomes(opened.index()),
      }),
    ...briefs,
    ...openRecall({ ...opened, index: () => opened.index() }),
    papers: (audience = PUBLIC_AUDIENCE) =>
      opened
        .index()
        .papers(audience)
        .map(({ source, paper }) => listPaper(source, paper)),
    meetings: (audience = PUBLIC_AUDIENCE) => listMeetings(opened.index(), audience),
    status: () => readStatus(opened.index, folder),
    exportRecords: (audience = PUBLIC_AUDIENCE) => exportRecords(opened.index(), audience),
    evaluate: (gold, dialogues) =>
      evaluateAnswers({ gold, ...(dialogues === undefined ? {} : { dialogues }) }, { ask, index: opened.index }),
    scoreLedger: (gold) => scoreLedger(listLedger({}, { index: opened.index(), lexicon: opened.lexicon }), gold),
    async compareWriter(gold, dialogues) {
      if (!config.writer)
        throw new AppError('invalid', 'Cannot compare with a language model: MINUTEBOOK_MODEL is not set');
      return compareWriter({ gold, ...(dialogues === undefined ? {} : { dialogues }) }, { ask, index: opened.index });
    },
    async checkWriter() {
      const council = opened.writer();
      return council && checkWriter(council.writer);
    },
    close: opened.close,
  };
}

type AppOptions = { log(error: unknown): string; isServing?: boolean };

/** The council's language model; nothing of it is loaded where none is configured. */
function openWriterOnDemand(config: Config, log: (error: unknown) => string): () => CouncilWriter | undefined {
  let opened: CouncilWriter | undefined;
  // Read at once, so that a prompt that was spoilt is known before anybody asks.
  const prompts = config.writer && readPrompts(config.promptFolder);
  return () => {
    const { writer: settings } = config;
    if (!settings || !prompts || opened) return opened;
    const usage = openUsageLog(config.modelLogFile, { onError: log });
    const { isChoosing, timeoutMs, exemptOutside } = settings;
    const writer = openWriterWhenAsked(settings, { usage });
    opened = { writer, prompts, isChoosing, timeoutMs, exemptOutside };
    return opened;
  };
}

type FindRun = FindOptions & { index: Index; embedder: Embedder; lexicon(audience: Audience): Lexicon };

function find(topic: string, { audience = PUBLIC_AUDIENCE, committee, lexicon, ...options }: FindRun) {
  const named = committee === undefined ? {} : { committee };
  const question = readQuestion(topic, { lexicon: lexicon(audience), audience, ...named });
  return findTopic(question, { ...options, audience, ...(question.only ? { committee: question.only } : {}) });
}

/** What questions need, opened at the first of them and kept. */
function openOnDemand(config: Config, { log, isServing }: Required<AppOptions>) {
  const kept = keepIndex(config.indexFolder);
  const writer = openWriterOnDemand(config, log);
  let embedder: Promise<Embedder> | undefined;
  return {
    index: kept.index,
    writer,
    embedder: () => {
      embedder ??= openQuestionEmbedder(config, isServing);
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

/** The model runs on the thread that asks it, so that a process that serves has others for that, even on one processor. */
async function openQuestionEmbedder({ embedder, modelFolder }: Config, isServing: boolean): Promise<Embedder> {
  if (embedder) {
    const { openRemoteEmbedder } = await import('./models/open-remote-embedder.ts');
    return openRemoteEmbedder(embedder);
  }
  return isServing ? openEmbedderPool(modelFolder, availableParallelism() - 1) : openLocalEmbedder(modelFolder);
}
