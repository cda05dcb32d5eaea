import { readQuestion } from '../../ask/read-question.ts';
import type { Audience } from '../../audience.ts';
import { AppError } from '../../errors.ts';
import { joinThread, type Seed } from '../../follow/join-thread.ts';
import type { Index } from '../../index/open-index.ts';
import type { Lexicon } from '../../lexicon.ts';
import type { Matter } from '../../matter.ts';
import type { Embedder } from '../../models.ts';
import { parseCitation } from '../../parse-citation.ts';
import type { Passage } from '../../passage.ts';
import type { Term } from '../../question.ts';
import { findPlace } from '../../retrieve/find-place.ts';
import { isMet, rarityOf, stemsOf } from '../../term.ts';
import type { Thread } from '../../thread.ts';
import { openCommittee } from './open-committee.ts';

export type FindThreadOptions = {
  index: Index;
  lexicon: Lexicon;
  embedder: Embedder;
  audience: Audience;
  committee?: string;
};

/** Cosine from which a passage is worth showing as possibly related; below it everything is a little alike. */
const ALIKE = 0.78;
const DEPTH = 60;
/** The share of a topic's words, by how rare they are, that a title must have; failing that, an item's own words. */
const LEAST_SHARE = 0.6;

/** The life of what a citation names, or of a topic: seeds found by their place in the record or the words of titles. */
export async function findThread(words: string, options: FindThreadOptions): Promise<Thread> {
  const { index, audience, embedder } = options;
  const found = cited(words, options) ?? onTopic(words, options);
  if (!found)
    throw new AppError(
      'not-found',
      `Cannot find a thread for "${words}": nothing in the index is cited so or has these words`,
    );
  const { committee, seed } = found;
  const { open, joins } = openCommittee(index, { audience, committee });
  const similar = await findSimilar(seed, { index, audience, embedder });
  return joinThread(seed, { record: open.record, joins, similar });
}

type Found = { committee: string; seed: Seed };

/** The place that words cite by number: "Minute 20, resolution (3), … 16 September 2025". */
function cited(words: string, { index, lexicon, audience, committee }: FindThreadOptions): Found | undefined {
  const place = parseCitation(words, { committees: lexicon.committees });
  if (
    place.minute === undefined &&
    place.item === undefined &&
    !(place.title !== undefined && place.dates !== undefined)
  )
    return undefined;
  const only = committee ?? place.committee;
  const passages = index.listPassages({
    audience,
    ...(only === undefined ? {} : { committees: [only] }),
    ...(place.dates ? { dates: [place.dates] } : {}),
  });
  for (const [passage] of findPlace(place, passages)) {
    const at = passage?.place.committee;
    if (!passage || at === undefined) continue;
    const { open } = openCommittee(index, { audience, committee: at });
    const matter =
      open.matterOf(passage.id) ??
      open
        .minutesAt(passage.place.meetingDate ?? '')
        .find(({ number }) => number !== undefined && number === passage.place.minute);
    if (matter) return { committee: at, seed: { matters: [matter], ...(place.limb ? { limb: place.limb } : {}) } };
  }
  return undefined;
}

/** Items whose titles have a topic's words; where none has, those whose words have them most. */
function onTopic(words: string, { index, lexicon, audience, committee }: FindThreadOptions): Found | undefined {
  const { terms, committees } = readQuestion(words, {
    lexicon,
    audience,
    ...(committee === undefined ? {} : { committee }),
  });
  const telling = terms.filter(({ weight }) => weight === 1);
  if (telling.length === 0) return undefined;
  const among =
    committee === undefined
      ? committees.length > 0
        ? committees
        : lexicon.committees.map(({ name }) => name)
      : [committee];
  const found = among.map((name) => {
    const { open } = openCommittee(index, { audience, committee: name });
    const subjects = open.record.matters.filter(({ isStanding, kind }) => !isStanding && kind !== 'item');
    const titled = bestOf(subjects, ({ title }) => shareOf(telling, stemsOf(title), lexicon));
    const told =
      titled.share > 0
        ? titled
        : bestOf(
            subjects,
            ({ passages }) =>
              Math.max(...passages.map(({ text }) => shareOf(telling, stemsOf(text), lexicon)), 0) - 0.01,
          );
    return { committee: name, ...told };
  });
  const best = found.sort((a, b) => b.share - a.share)[0];
  return best && best.share > 0 ? { committee: best.committee, seed: { matters: best.matters } } : undefined;
}

function bestOf(matters: Matter[], share: (matter: Matter) => number): { share: number; matters: Matter[] } {
  const shares = matters.map((matter) => ({ matter, share: share(matter) }));
  const most = Math.max(0, ...shares.map((one) => one.share));
  if (most < LEAST_SHARE) return { share: 0, matters: [] };
  return { share: most, matters: shares.filter((one) => one.share === most).map(({ matter }) => matter) };
}

function shareOf(terms: Term[], stems: Set<string>, lexicon: Lexicon): number {
  const weigh = (some: Term[]) => some.reduce((sum, term) => sum + rarityOf(term, lexicon), 0);
  const whole = weigh(terms);
  return whole > 0 ? weigh(terms.filter((term) => isMet(term, stems))) / whole : 0;
}

type Similar = { index: Index; audience: Audience; embedder: Embedder };

/** Passages anywhere in the record that are only alike; what is joined by reasons is left out later. */
async function findSimilar({ matters, limb }: Seed, { index, audience, embedder }: Similar): Promise<Passage[]> {
  const [first] = matters;
  if (!first) return [];
  const own = first.passages.find(({ place }) => limb !== undefined && place.limb === limb) ?? first.passages[0];
  const vector = await embedder.embedQuestion(`${first.title} ${own?.text.slice(0, 400) ?? ''}`);
  const near = index.searchPassageVectors(vector, { audience }, DEPTH).filter(({ score }) => score >= ALIKE);
  const passages = index.passages(
    near.map(({ passageId }) => passageId),
    audience,
  );
  return passages.filter(
    ({ kind, place }) =>
      kind !== 'agenda' &&
      kind !== 'head' &&
      kind !== 'item' &&
      kind !== 'attendance' &&
      kind !== 'declaration' &&
      place.limbKind !== 'procedure',
  );
}
