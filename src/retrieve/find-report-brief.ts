import { hasAmount, hasMoney } from '../amount.ts';
import type { SearchFilter, SearchIndex } from '../index/search-index.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Passage } from '../passage.ts';
import type { Question, Term } from '../question.ts';
import { splitSentences } from '../sentence.ts';
import { isMet, rarityOf, stemsOf } from '../term.ts';

export type FindReportBriefOptions = { index: SearchIndex; lexicon: Lexicon; filter: SearchFilter };

/** Words by which a whole report is asked for; they say nothing of its subject. */
const OF_ANY_REPORT =
  /^(?:brief\w*|prep\w*|reports?|papers?|items?|agenda|pack|main|key|points?|messages?|findings?|summar\w+|overview|gist|headlines?|quick\w*|short\w*|meetings?|committee|members?|update|rundown|run|catch|said|told|speed|nutshell|substance|conclusions?|conclude[ds]?|cover\w*)$/i;
const REPORT_NAMED = /\b(?:reports?|papers?|items?|strateg(?:y|ies)|reviews?|plans?)\b/i;
const PAGES_ASKED = /\bpages?\b|\bpp\./i;
/** A title of which a question says less than this is meant only where a report is asked for as such. */
const LEAST_OF_TITLE = 0.4;
/** A report with this share of its title's words in an agenda's line is the one that the line announces. */
const SAME_TITLE = 0.8;
/** Reports that are looked at for their kind and meeting. */
const MOST_REPORTS = 20;

/** Headings of what a form asks of every report, and the words of its head: nobody is briefed on those. */
const OF_FORM =
  /\b(?:authors?|contact|background papers?|append(?:ix|ices)|wards?|approv(?:al|als|ing)|accountable|committee name|title of|date of|exempt|equalit\w+|legal|human (?:rights|resources))\b/i;
const HEAD_LINE = /\bAuthor\b|@|\bReport (?:of|to)\b/;
/** Where a report says in short what it is about, the most telling heading first. */
const SUMMARIES = [
  /\bsummary\b/i,
  /\bpurpose\b/i,
  /\bkey (?:issues|points|messages|findings)\b|\bheadlines?\b/i,
  /\b(?:introduction|overview|background)\b/i,
];
const OF_MONEY = /\b(?:financ\w*|resources?|budgets?|costs?)\b/i;
const OUTLOOKS = [/\bconclusions?\b/i, /\bnext steps\b|\bway forward\b/i, /\brisks?\b/i, /\btimetable\b/i];
/** Of what is asked, and of paragraphs by their figures, no more than these. */
const MOST_ASKED = 2;
const MOST_FIGURES = 2;

/**
 * What a reader who wants to be briefed on one report must know of it: what it asks of the committee, then in its own
 * order its summary, the paragraphs with most figures, the money, its conclusion or risks. Empty where the question
 * names no report by its item or title, or asks for more than the report as a whole.
 */
export function findReportBrief(question: Question, options: FindReportBriefOptions): Passage[] {
  if (question.wanted[0] !== 'briefing' || PAGES_ASKED.test(question.text)) return [];
  const report = findReport(question, options);
  return chooseTelling(report.filter(({ kind, place }) => !isOfForm(kind, place.heading)));
}

/** The passages of the newest report that is named by its item or its title, in their order. */
function findReport(question: Question, options: FindReportBriefOptions): Passage[] {
  const item = question.references.find(({ kind }) => kind === 'item')?.number;
  const subject = subjectOf(question);
  if (item === undefined && subject.length === 0) return [];
  const passages = item === undefined ? ofTitle(subject, question, options) : ofItem(item, options);
  const meant = passages.filter(({ place: { paperKind, paperTitle = '' } }) => {
    const stems = stemsOf(paperTitle);
    return paperKind === 'report' && subject.every((term) => isMet(term, stems));
  });
  const newest = meant.reduce((date, { place: { meetingDate = '' } }) => (meetingDate > date ? meetingDate : date), '');
  const first = meant.find(({ place: { meetingDate = '' } }) => meetingDate === newest);
  return meant.filter(({ paperId }) => paperId === first?.paperId).sort((a, b) => a.ordinal - b.ordinal);
}

/** True for a word by which reports and agendas are asked for, and which says nothing of what is in them. */
export function asksForPapers(word: string): boolean {
  return OF_ANY_REPORT.test(word);
}

/** The words of a question that say what its report is about. */
function subjectOf({ terms, committees }: Question): Term[] {
  const ofCommittees = stemsOf(committees.join(' '));
  const own = terms.filter((term) => !asksForPapers(term.word));
  const telling = own.filter(({ weight }) => weight === 1);
  return telling.length > 0 ? telling : own.filter((term) => !isMet({ ...term, alternatives: [] }, ofCommittees));
}

/** The reports under an item of an agenda, or of its meeting those that are called as it is. */
function ofItem(item: string, { index, filter }: FindReportBriefOptions): Passage[] {
  const all = index.listPassages({ ...filter, kinds: ['recommendation', 'paragraph', 'measure', 'item'] });
  const [lines, reports] = [all.filter(({ kind }) => kind === 'item'), all.filter(({ kind }) => kind !== 'item')];
  const under = reports.filter(({ place }) => place.item === item);
  if (under.some(({ place }) => place.paperKind === 'report')) return under;
  const items = lines.filter(({ place }) => place.item === item);
  return reports.filter(({ place }) => items.some((line) => isCalledAs(place, line)));
}

function isCalledAs({ paperTitle = '', meetingDate, committee }: Passage['place'], { text, place }: Passage): boolean {
  const title = [...stemsOf(paperTitle)];
  const line = stemsOf(text);
  const said = title.filter((stem) => line.has(stem)).length;
  const isThere = meetingDate === place.meetingDate && committee === place.committee;
  return isThere && title.length > 0 && said >= SAME_TITLE * title.length;
}

/** Passages of the papers that are called so, those first of whose name the question says most. */
function ofTitle(subject: Term[], question: Question, { index, lexicon, filter }: FindReportBriefOptions): Passage[] {
  const least = REPORT_NAMED.test(question.text) ? 0 : LEAST_OF_TITLE;
  const weigh = (terms: Term[]) => terms.reduce((sum, term) => sum + rarityOf({ ...term, weight: 1 }, lexicon), 0);
  const said = question.terms.filter(({ word }) => !asksForPapers(word));
  const ids = lexicon.papers
    .flatMap(({ id, words }) => {
      const stems = stemsOf([...words].join(' '));
      if (!subject.every((term) => isMet(term, stems))) return [];
      const whole = weigh([...words].map((word) => ({ word, alternatives: [], known: true, weight: 1 })));
      const share = weigh(said.filter((term) => isMet(term, stems))) / Math.max(whole, Number.MIN_VALUE);
      return share >= least ? [{ id, share }] : [];
    })
    .sort((a, b) => b.share - a.share || b.id - a.id)
    .slice(0, MOST_REPORTS)
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  const order = new Map(ids.map((id, at) => [id, at]));
  return index
    .listPassages({ ...filter, paperIds: ids, kinds: ['recommendation', 'paragraph', 'measure'] })
    .sort((a, b) => (order.get(a.paperId) ?? 0) - (order.get(b.paperId) ?? 0) || a.ordinal - b.ordinal);
}

function isOfForm(kind: Passage['kind'], heading = ''): boolean {
  return kind !== 'recommendation' && OF_FORM.test(heading);
}

function chooseTelling(report: Passage[]): Passage[] {
  const asked = report.filter(({ kind }) => kind === 'recommendation').slice(0, MOST_ASKED);
  const said = report.filter(({ kind, text }) => kind !== 'recommendation' && !HEAD_LINE.test(text));
  const under = (heading: RegExp) => said.find(({ place }) => heading.test(place.heading ?? ''));
  const firstUnder = (headings: RegExp[]) => headings.flatMap((heading) => under(heading) ?? []).slice(0, 1);
  const summary = firstUnder(SUMMARIES);
  const money = said.filter(({ text, place }) => OF_MONEY.test(place.heading ?? '') && hasMoney(text)).slice(0, 1);
  const figures = said
    .map((passage) => ({ passage, count: countFigures(passage.text) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.passage.ordinal - b.passage.ordinal)
    .slice(0, MOST_FIGURES)
    .map(({ passage }) => passage);
  const opening = summary.length > 0 ? summary : said.slice(0, 1);
  const body = new Set([...opening, ...figures, ...money, ...firstUnder(OUTLOOKS)]);
  return [...asked, ...[...body].sort((a, b) => a.ordinal - b.ordinal)];
}

/** A line of a list says little without the others; a paragraph may begin as one, by its number. */
const LIST_LINE = /^\s*[-*•▪●–]\s+(?!\d{1,2}\.\d)/;

/** Sentences with a figure in them. */
function countFigures(text: string): number {
  return splitSentences(text).filter(({ start, end }) => {
    const sentence = text.slice(start, end);
    return /\d/.test(sentence) && hasAmount(sentence) && !LIST_LINE.test(sentence);
  }).length;
}
