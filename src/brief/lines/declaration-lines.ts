import type { BriefingLine } from '../../briefing.ts';
import { formatDate } from '../../citation.ts';
import type { Declaration } from '../../meeting.ts';
import { plainText } from '../../paper.ts';
import { splitSentences } from '../../sentence.ts';
import type { BriefingSources, SourcePaper } from '../briefing-sources.ts';
import type { ItemPapers } from '../item-papers.ts';
import { isSameSubject, subjectStems } from '../same-subject.ts';
import { lineOf, present, quoted } from './line.ts';

export const MAX_DECLARATIONS = 6;
/** A declaration names its subject in a few words among many. */
const SHARED_STEMS = 2;

/**
 * Declarations that members made before on the subject of an item: what a member may think of, not what they must do.
 * The newest of each member and item, the newest meeting first.
 */
export function declarationLines(items: ItemPapers[], { earlier, cite }: BriefingSources): BriefingLine[] {
  const seen = new Set<string>();
  const newestFirst = earlier
    .filter(({ paper }) => paper.kind === 'minutes')
    .sort((a, b) => dateOf(b).localeCompare(dateOf(a)));
  const lines = newestFirst.flatMap((paper) =>
    paper.paper.declarations.map((declaration) => {
      const item = items.find(({ title }) => isOn(declaration, { title, paper, earlier }));
      const key = `${declaration.person.name}\n${item?.title}`;
      if (!item || seen.has(key)) return undefined;
      seen.add(key);
      return declarationLine(declaration, { item, paper, cite });
    }),
  );
  return present(lines);
}

type Declared = { item: ItemPapers; paper: SourcePaper; cite: BriefingSources['cite'] };

function declarationLine(declaration: Declaration, { item, paper, cite }: Declared): BriefingLine | undefined {
  const spans = ownWords(declaration, paper.text);
  const date = dateOf(paper);
  const under = item.number === undefined ? item.title : `Item ${item.number}, ${item.title}`;
  const words = quoted(plainText(paper.text, spans));
  const why = 'declared before on the same subject';
  return lineOf(
    `${under}: at the meeting of ${date === '' ? 'an unknown day' : formatDate(date)}, ${words}`,
    spans.map((span) => cite({ paperId: paper.id, span, why })),
  );
}

/** Of a paragraph in which several members declare, the sentences that name this one. */
function ownWords({ person, spans }: Declaration, text: string): Declaration['spans'] {
  const surname = person.name.split(/\s+/).at(-1) ?? '';
  const own = spans.flatMap(({ start, end }) =>
    splitSentences(text.slice(start, end))
      .map((span) => ({ start: start + span.start, end: start + span.end }))
      .filter((span) => surname !== '' && text.slice(span.start, span.end).includes(surname)),
  );
  return own.length > 0 ? own : spans;
}

/** By the title of the minute or item that the declaration names or stands in, or by the words of the declaration itself. */
function isOn(
  declaration: Declaration,
  { title, paper, earlier }: { title: string; paper: SourcePaper; earlier: SourcePaper[] },
): boolean {
  const { item, minute, text, spans } = declaration;
  const start = spans[0]?.start ?? -1;
  const { minutes } = paper.paper;
  const named = minutes.filter(
    (one) =>
      (minute !== undefined && one.number === minute) ||
      (item !== undefined && one.item === item) ||
      (one.span.start <= start && start < one.span.end),
  );
  const agendas = earlier.filter((one) => one.paper.kind === 'agenda' && dateOf(one) === dateOf(paper));
  const onAgenda = agendas
    .flatMap((agenda) => agenda.paper.items)
    .filter(({ number }) => item !== undefined && number === item);
  if ([...named, ...onAgenda].some((one) => isSameSubject(one.title, title))) return true;
  const words = new Set(subjectStems(text));
  const stems = subjectStems(title);
  const shared = stems.filter((stem) => words.has(stem)).length;
  return shared >= Math.max(SHARED_STEMS, Math.ceil(stems.length * (3 / 4)));
}

function dateOf({ paper }: SourcePaper): string {
  return paper.meeting?.date?.iso ?? '';
}
