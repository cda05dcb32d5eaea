import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_AUDIENCE } from '../../src/audience.ts';
import { ingestSource } from '../../src/index/ingest-source.ts';
import { type Index, openIndex } from '../../src/index/open-index.ts';
import type { Paper } from '../../src/paper.ts';
import { fakeEmbedder, fakeVector } from '../support/fake-embedder.ts';
import { makeMeeting, makeMinute, makePaper, plainPaperText } from '../support/made-up-paper.ts';

const PUBLIC = { audience: PUBLIC_AUDIENCE };
const CLEARED = { audience: { cleared: [3] } };
const embedder = fakeEmbedder();
let folder = '';
let index: Index;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-index-'));
  index = openIndex(folder, { writing: true, embedder });
});

afterEach(() => {
  index.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Ingests a text as one paper; the content hash is the text itself. */
function ingest(source: string, text: string, paper: Partial<Paper> = {}) {
  const papers = [makePaper(paper.kind ?? 'other', text, paper)];
  return ingestSource(index, { source, sha256: text, text: plainPaperText(text), papers }, embedder);
}

function textsOf(hits: { passageId: number }[], audience = PUBLIC_AUDIENCE): string[] {
  return index
    .passages(
      hits.map((hit) => hit.passageId),
      audience,
    )
    .map((passage) => passage.text);
}

describe('openIndex()', () => {
  test('finds a passage by its words, whatever their endings, and by its vector', async () => {
    await ingest('a.txt', 'The budget grew.');
    await ingest('b.txt', 'Three libraries closed. One library opened.');
    expect(textsOf(index.searchWords(['library'], PUBLIC, 5))).toEqual(['Three libraries closed. One library opened.']);
    expect(textsOf(index.searchPassageVectors(fakeVector('budget'), PUBLIC, 1))).toEqual(['The budget grew.']);
  });

  test('finds the sentence inside a passage, by its offsets', async () => {
    await ingest('a.txt', `${'The road is long and winds about. '.repeat(8)}The school is small.`);
    const [hit] = index.searchSentenceVectors(fakeVector('school'), PUBLIC, 1);
    const [text] = textsOf(hit ? [hit] : []);
    expect(text?.slice(hit?.start, hit?.end)).toContain('The school is small.');
    expect(hit?.start).toBeGreaterThan(0);
  });

  test('takes no FTS5 syntax from a term', async () => {
    await ingest('a.txt', 'The budget grew.');
    for (const term of ['"', 'budget"', 'NEAR(', 'budget*', 'context:budget', '-', 'AND', "'"]) {
      expect(() => index.searchWords([term], PUBLIC, 5)).not.toThrow();
    }
    expect(index.searchWords(['budget"'], PUBLIC, 5)).toHaveLength(1);
  });

  test('confines searches to committee, date, kind and paper', async () => {
    await ingest('a.txt', 'The budget grew.', { meeting: makeMeeting('Parks Panel', '2031-03-04') });
    await ingest('b.txt', 'The budget shrank.', { meeting: makeMeeting('Roads Board', '2031-05-06') });
    await ingest('c.txt', 'The budget stayed.');
    const search = (filter: object) => [
      textsOf(index.searchWords(['budget'], { ...PUBLIC, ...filter }, 5)),
      textsOf(index.searchPassageVectors(fakeVector('budget'), { ...PUBLIC, ...filter }, 5)),
    ];
    expect(search({ committees: ['Parks Panel'] })).toEqual([['The budget grew.'], ['The budget grew.']]);
    const may = { dates: [{ from: '2031-05-01', to: '2031-05-31' }] };
    expect(search(may)).toEqual([['The budget shrank.'], ['The budget shrank.']]);
    expect(search({ kinds: ['limb'] })).toEqual([[], []]);
    expect(search({ dates: [] })).toEqual([[], []]);
  });

  test('does nothing for unchanged content, replaces changed content, forgets what is removed', async () => {
    expect(await ingest('a.txt', 'The budget grew.')).toMatchObject({ kind: 'added' });
    expect(await ingest('a.txt', 'The budget grew.')).toEqual({ kind: 'unchanged' });
    expect(await ingest('a.txt', 'The road was mended.')).toMatchObject({ kind: 'changed' });
    expect(index.searchWords(['budget'], PUBLIC, 5)).toEqual([]);
    expect(textsOf(index.searchPassageVectors(fakeVector('road'), PUBLIC, 5))).toEqual(['The road was mended.']);
    expect(index.vocabulary().has('budget')).toBe(false);
    expect(index.removeSource('a.txt')).toBe(true);
    expect(index.removeSource('a.txt')).toBe(false);
    expect(index.searchPassageVectors(fakeVector('road'), PUBLIC, 5)).toEqual([]);
    expect(index.counts()).toEqual({ sources: 0, papers: 0, passages: 0, sentences: 0 });
  });

  test('stores the same content under two names once', async () => {
    await ingest('a.txt', 'The budget grew.');
    expect(await ingest('b.txt', 'The budget grew.')).toEqual({ kind: 'duplicate', of: 'a.txt' });
    expect(index.sources()).toEqual(['a.txt']);
  });

  test('shows a reader at once what another connection has removed', async () => {
    await ingest('a.txt', 'The budget grew.');
    const reader = openIndex(folder);
    expect(reader.searchPassageVectors(fakeVector('budget'), PUBLIC, 5)).toHaveLength(1);
    index.removeSource('a.txt');
    expect(reader.searchPassageVectors(fakeVector('budget'), PUBLIC, 5)).toEqual([]);
    reader.close();
  });

  test('tells how often each word stands in the papers, as it is written', async () => {
    await ingest('a.txt', 'Libraries. The library is a library.');
    await ingest('b.txt', 'A library.');
    expect(index.vocabulary().get('library')).toBe(2);
    expect(index.vocabulary().get('libraries')).toBe(1);
  });

  test('settles which minutes are confirmed once the later ones are there', async () => {
    const march = makeMeeting('Parks Panel', '2031-03-04');
    const april = makeMeeting('Parks Panel', '2031-04-01');
    await ingest('march.txt', 'PARKS PANEL\n1. SWINGS\nThey squeak.', { kind: 'minutes', meeting: march });
    const text =
      '2. MINUTES OF THE PREVIOUS MEETING\nResolved:- (1) That the minutes of the meeting held on 4 March 2031 be approved as a correct record.';
    const minute = makeMinute(text, {
      number: '2',
      title: 'MINUTES OF THE PREVIOUS MEETING',
      limbs: [['1', 'That the minutes of the meeting held on 4 March 2031 be approved as a correct record.']],
    });
    await ingest('april.txt', text, { kind: 'minutes', meeting: april, minutes: [minute] });
    index.prepare();
    const statuses = index.papers(PUBLIC_AUDIENCE).map(({ source, paper }) => [source, paper.status.kind]);
    expect(statuses).toEqual([
      ['march.txt', 'confirmed'],
      ['april.txt', 'draft'],
    ]);
    expect(index.listPassages(PUBLIC)[0]?.status.kind).toBe('confirmed');
  });
});

describe('openIndex() for an audience', () => {
  const EXEMPT: Partial<Paper> = { access: { kind: 'exempt', paragraphs: [3] }, title: 'Secret sale' };

  beforeEach(async () => {
    await ingest('open.txt', 'The budget grew.');
    await ingest('closed.txt', 'The secret budget is 90.', EXEMPT);
  });

  test('keeps closed passages out of both searches, lists and texts', () => {
    expect(textsOf(index.searchWords(['secret', 'budget'], PUBLIC, 5))).toEqual(['The budget grew.']);
    expect(textsOf(index.searchPassageVectors(fakeVector('secret'), PUBLIC, 5))).toEqual(['The budget grew.']);
    expect(index.searchSentenceVectors(fakeVector('secret'), PUBLIC, 5)).toHaveLength(1);
    expect(index.listPassages(PUBLIC).map((passage) => passage.source)).toEqual(['open.txt']);
    expect(index.papers(PUBLIC_AUDIENCE).map((paper) => paper.source)).toEqual(['open.txt']);
    expect(index.vocabulary().has('secret')).toBe(false);
    const closed = index.papers(CLEARED.audience).find((paper) => paper.source === 'closed.txt');
    expect(index.paperText(closed?.id ?? 0, CLEARED.audience)).toBe('The secret budget is 90.');
    expect(index.paperText(closed?.id ?? 0, PUBLIC_AUDIENCE)).toBeUndefined();
    const ids = index.listPassages(CLEARED).map((passage) => passage.id);
    expect(index.passages(ids, PUBLIC_AUDIENCE).map((passage) => passage.source)).toEqual(['open.txt']);
  });

  test('shows them to a reader who is cleared for every paragraph', () => {
    expect(textsOf(index.searchWords(['secret'], CLEARED, 5), CLEARED.audience)).toEqual(['The secret budget is 90.']);
    const best = index.searchPassageVectors(fakeVector('secret budget'), CLEARED, 1);
    expect(textsOf(best, CLEARED.audience)).toEqual(['The secret budget is 90.']);
  });

  test("does not let closed papers weigh on the public's ranking", async () => {
    const before = index.searchWords(['budget'], PUBLIC, 5).map((hit) => hit.score);
    await ingest('closed2.txt', 'Budget, budget and budget again: secret.', EXEMPT);
    expect(index.searchWords(['budget'], PUBLIC, 5).map((hit) => hit.score)).toEqual(before);
  });

  test('says only that they exist, under which paragraphs, and no title that is not public', () => {
    expect(index.closedPapers(PUBLIC_AUDIENCE)).toEqual([{ paragraphs: [3] }]);
    expect(index.closedPapers(CLEARED.audience)).toEqual([]);
  });

  test('blanks out closed minutes in the text of a public paper', async () => {
    const text = '1. SWINGS\nThey squeak.\n2. SALE\nThe secret is 90.\n';
    const swings = makeMinute(text, { number: '1', title: 'SWINGS', discussion: ['They squeak.'] });
    const sale = makeMinute(
      text,
      { number: '2', title: 'SALE', discussion: ['The secret is 90.'] },
      { kind: 'exempt', paragraphs: [3] },
    );
    await ingest('minutes.txt', text, { kind: 'minutes', minutes: [swings, sale] });
    const paper = index.papers(PUBLIC_AUDIENCE).find(({ source }) => source === 'minutes.txt');
    expect(paper?.paper.minutes.map(({ number }) => number)).toEqual(['1']);
    const shown = index.paperText(paper?.id ?? 0, PUBLIC_AUDIENCE);
    expect(shown).toContain('They squeak.');
    expect(shown).not.toMatch(/secret|SALE/);
    expect(shown).toHaveLength(text.length);
  });
});

describe('openIndex() refuses', () => {
  test('to read an index that is not there, with the command that makes it', () => {
    expect(() => openIndex(join(folder, 'none'))).toThrow(/there is none; make it with: minutebook ingest PATH…$/);
  });

  test('an index of another model, with the command that rebuilds it', async () => {
    await ingest('a.txt', 'The budget grew.');
    index.close();
    const other = fakeEmbedder({ id: 'other' });
    expect(() => openIndex(folder, { embedder: other })).toThrow(
      /made with the model fake, this program has other; rebuild it with: minutebook ingest --rebuild PATH…$/,
    );
    index = openIndex(folder, { embedder });
  });

  test('a file that is no index', () => {
    index.close();
    writeFileSync(join(folder, 'minutebook.db'), 'not a database at all '.repeat(100));
    expect(() => openIndex(folder)).toThrow(/it is damaged; rebuild it with/);
    rmSync(join(folder, 'minutebook.db'));
    index = openIndex(folder, { embedder, writing: true });
  });

  test('a second writer, until the first has closed', () => {
    expect(() => openIndex(folder, { writing: true, embedder })).toThrow(/another run is writing to it/);
    index.close();
    index = openIndex(folder, { writing: true, embedder });
  });
});
