import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import type { Answer } from '../../src/answer.ts';
import { readQuestion } from '../../src/ask/read-question.ts';
import { type Audience, audienceKey, PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { followPaper } from '../../src/follow/follow-paper.ts';
import { ingestSource } from '../../src/index/ingest-source.ts';
import { type Index, openIndex } from '../../src/index/open-index.ts';
import type { Lexicon } from '../../src/lexicon.ts';
import type { PaperText } from '../../src/paper.ts';
import type { Hit } from '../../src/passage.ts';
import type { Question } from '../../src/question.ts';
import { recognisePapers } from '../../src/recognise/recognise-papers.ts';
import { learnLexicon } from '../../src/retrieve/learn-lexicon.ts';
import { retrieve } from '../../src/retrieve/retrieve.ts';
import { fakeEmbedder } from './fake-embedder.ts';
import { textPaper } from './recognised-report.ts';
import { CANARY, SAMPLE_PAPERS } from './sample-texts.ts';

export { CANARY };

export type SampleIndex = {
  index: Index;
  lexicon(audience?: Audience): Lexicon;
  question(text: string, audience?: Audience): Question;
  retrieve(text: string, audience?: Audience): Promise<Hit[]>;
  /** For a question that was read already. */
  find(asked: Question): Promise<Hit[]>;
  answer(text: string, audience?: Audience): Promise<Answer>;
  close(): void;
};

/** A real index over papers, by default the made-up ones of sample-texts.ts, with vectors that one can work out by eye. */
export async function openSampleIndex(texts: Record<string, string | PaperText> = SAMPLE_PAPERS): Promise<SampleIndex> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-sample-'));
  const embedder = fakeEmbedder();
  const index = openIndex(folder, { writing: true, embedder });
  for (const [source, text] of Object.entries(texts)) {
    const read = typeof text === 'string' ? textPaper(text) : text;
    const papers = recognisePapers(read);
    const followed = papers.map((paper) => followPaper(read, paper));
    await ingestSource(index, { source, sha256: source, text: read, papers, followed }, embedder);
  }
  index.prepare();
  const learnt = new Map<string, Lexicon>();
  const lexicon = (audience = PUBLIC_AUDIENCE) => {
    const key = audienceKey(audience);
    const known = learnt.get(key) ?? learnLexicon(index, audience);
    learnt.set(key, known);
    return known;
  };
  const question = (text: string, audience = PUBLIC_AUDIENCE) =>
    readQuestion(text, { lexicon: lexicon(audience), audience });
  const find = (asked: Question) => retrieve(asked, { index, embedder, lexicon: lexicon(asked.audience) });
  return {
    index,
    lexicon,
    question,
    retrieve: (text, audience) => find(question(text, audience)),
    find,
    async answer(text, audience = PUBLIC_AUDIENCE) {
      const asked = question(text, audience);
      const closed = index.closedPapers(audience);
      return answerQuestion(asked, { hits: await find(asked), lexicon: lexicon(audience), closed });
    },
    close() {
      index.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
