import type { SearchIndex } from '../index/search-index.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Passage } from '../passage.ts';
import type { CitedPlace, Leaning, Question, Term } from '../question.ts';
import { shareMet, stemsOf } from '../term.ts';

export type FindSpokenOfOptions = { index: SearchIndex; lexicon: Lexicon };

/** What a question asks of a minute, and the words by which minutes say it. */
const ASKED_OF_MINUTES: { asks: RegExp; says: RegExp }[] = [
  {
    asks: /\b(?:propos\w+|mov(?:ed|er)|second(?:ed|er))\b/i,
    says: /\b(?:proposed|proposal of|moved|seconded|motion of|on the motion)\b/i,
  },
  {
    asks: /\b(?:vot(?:e|es|ed|ing)|carried|lost|passed|unanim\w+|abst\w+|show of hands)\b/i,
    says: /\b(?:vot(?:e|es|ed|ing)|carried|lost|unanimous(?:ly)?|abstain(?:ed|ing)|abstentions?)\b/i,
  },
];
/** Asks who said what, which is discussed and never resolved. */
const ASKS_SPEECH = /\bwho (?:else )?(?:spoke|asked|said|raised|commented|objected|disagreed|replied|answered)\b/i;
/** A motion that is told as carried or passed was, where no vote is told of, resolved or not. */
const ASKS_OUTCOME = /\b(?:carried|passed|lost)\b/i;

/** What stands after the cited words is as far as this many times as much before them. */
const AFTERWARDS = 3;
/** What a passage of the minute, of the paper or of the meeting spoken of is lifted by among others of its likeness. */
const SAME_MINUTE = 1.6;
const SAME_PAPER = 1.3;
const SAME_MEETING = 1.2;
/** … and one of the report, where the report is asked for. */
const OF_REPORT = 3;

/**
 * Passages that a follow-up means whatever their words: the place cited before, where it asks which that was; those of
 * the cited minute that say what it asks of it. Looked up for the question's own audience; empty for other questions.
 */
export function findSpokenOf(question: Question, { index, lexicon }: FindSpokenOfOptions): Passage[] {
  const { leaning, audience } = question;
  const [place] = leaning?.places ?? [];
  if (!leaning || !place) return [];
  if (leaning.kind === 'place')
    return index.listPassages({ audience, ...meetingOf(place) }).filter((passage) => isAt(passage, place));
  if (leaning.kind !== 'minute') return [];
  const minuted = index
    .listPassages({ audience, ...meetingOf(place), kinds: ['limb', 'discussion', 'minute'] })
    .filter(({ place: { paperKind } }) => paperKind === 'minutes');
  return nearestFirst(sayingSo(question, ofOneMinute(minuted, place, subjectTerms(question))), place);

  function subjectTerms({ terms }: Question): Term[] {
    return terms.filter(({ weight }) => weight === 1);
  }

  function ofOneMinute(passages: Passage[], cited: CitedPlace, terms: Term[]): Passage[] {
    if (cited.minute !== undefined)
      return passages.filter((passage) => passage.source === cited.source && passage.place.minute === cited.minute);
    const ofItem = passages.filter((passage) => cited.item !== undefined && passage.place.item === cited.item);
    if (ofItem.length > 0) return ofItem;
    const best = passages.reduce<{ passage?: Passage; share: number }>(
      (top, passage) => {
        const share = shareMet(terms, stemsOf(`${passage.context} ${passage.text}`), lexicon);
        return share > top.share ? { passage, share } : top;
      },
      { share: 0 },
    );
    return passages.filter(
      ({ place: { minute }, paperId }) => paperId === best.passage?.paperId && minute === best.passage.place.minute,
    );
  }
}

function meetingOf({ committee, meetingDate }: CitedPlace): {
  committees?: string[];
  dates?: { from: string; to: string }[];
} {
  return {
    ...(committee === undefined ? {} : { committees: [committee] }),
    ...(meetingDate === undefined ? {} : { dates: [{ from: meetingDate, to: meetingDate }] }),
  };
}

function isAt({ source, span }: Passage, place: CitedPlace): boolean {
  return source === place.source && span.start <= place.span.start && place.span.end <= span.end;
}

/** A minute may have several motions: of a resolution that was cited, the words nearest before it are those of its own. */
function nearestFirst(passages: Passage[], { span, limb }: CitedPlace): Passage[] {
  const distance = (passage: Passage) =>
    passage.span.start <= span.start ? span.start - passage.span.start : AFTERWARDS * (passage.span.start - span.start);
  if (limb === undefined || passages.every(({ kind }) => kind === 'limb')) return passages;
  return [...passages].sort((a, b) => distance(a) - distance(b) || a.ordinal - b.ordinal).slice(0, 1);
}

function sayingSo({ text, wanted }: Question, passages: Passage[]): Passage[] {
  const asked = ASKED_OF_MINUTES.find(({ asks }) => asks.test(text));
  if (!asked) {
    const kinds = wanted[0] === 'discussion' || ASKS_SPEECH.test(text) ? ['discussion', 'minute'] : ['limb'];
    return passages.filter(({ kind }) => kinds.includes(kind));
  }
  const saying = passages.filter((passage) => asked.says.test(passage.text));
  return saying.length === 0 && ASKS_OUTCOME.test(text) ? passages.filter(({ kind }) => kind === 'limb') : saying;
}

/** The factor on a passage's fused score for standing near what was spoken of, where the question stays with it. */
export function weighSpokenOf({ source, place }: Passage, leaning: Leaning | undefined): number {
  if (!leaning || (leaning.kind !== 'subject' && leaning.kind !== 'report')) return 1;
  const isOfReport = place.paperKind === 'report' || place.paperKind === 'appendix';
  const report = leaning.kind === 'report' && isOfReport ? OF_REPORT : 1;
  const factors = leaning.places.map((cited) => {
    const isSamePaper = cited.source === source;
    if (isSamePaper && cited.minute !== undefined && cited.minute === place.minute) return SAME_MINUTE;
    if (isSamePaper) return SAME_PAPER;
    return cited.meetingDate !== undefined && cited.meetingDate === place.meetingDate ? SAME_MEETING : 1;
  });
  return report * Math.max(1, ...factors);
}
