import type { Answer, Statement } from '../../../answer.ts';
import type { CitedTable } from '../../../excerpt.ts';
import { cutText } from '../../format/cut-text.ts';
import { escapeMrkdwn } from '../../format/escape-mrkdwn.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Message } from '../../messenger.ts';
import { ACTIONS } from '../parts/action-names.ts';
import { button, buttonRows, feedbackButtons } from '../parts/button.ts';
import { packMessages, type Unit } from '../parts/pack-messages.ts';
import { richParagraph, smallPrint } from '../parts/rich-text.ts';
import { tableUnits } from '../parts/table-block.ts';
import { splitParts, textUnits } from '../parts/text-units.ts';
import { declineUnits } from './decline-units.ts';
import { markersOf, type NamedSource, nameSources, sourcesOf } from './name-sources.ts';
import { labelLine, sourceUnits } from './source-units.ts';

const MAX_QUESTION_CHARS = 300;
/** So many citations stay with their statement; of more, the rest may come in the next message. */
const MAX_LABELS_WITH = 5;

export type AnswerMessagesOptions = {
  question: string;
  /** The opaque id that buttons carry: nothing about the answer is in their values. */
  answerId: string;
  /** Seen by the asker alone: it says what was asked, and may be shared. */
  isPrivate: boolean;
  /** There is another committee, meeting or reading to offer. */
  hasReadings?: boolean;
  /** There is a clerk's channel to hand the question on to. */
  hasClerk?: boolean;
  /** Tables to show for citations of table rows, by the number of the source. */
  tables?: Map<number, CitedTable>;
};

/**
 * An answer as Slack shows it: statements with their numbered citations, the sources below with a Source button each,
 * notes and what to do next; a decline with its receipt and the nearest passages. As many messages as it needs.
 */
export function answerMessages(answer: Answer, options: AnswerMessagesOptions): Message[] {
  return packMessages(
    [...(options.isPrivate ? [askedUnit(options.question)] : []), ...answerUnits(answer, options)],
    closingUnit(answer, options),
  );
}

/** What an answer says, without what to do next. */
export function answerUnits(answer: Answer, options: Pick<AnswerMessagesOptions, 'answerId' | 'tables'>): Unit[] {
  if (answer.kind === 'declined') return declineUnits(answer, options);
  const sources = nameSources(answer);
  const tables = new Map(options.tables);
  const statements = answer.statements.flatMap((statement) => {
    const cited = sourcesOf(statement.citations, sources);
    return [...statementUnits(statement, cited), ...cited.flatMap((source) => takeTable(source, tables))];
  });
  const notes = answer.notes.flatMap((note) => textUnits(`Note: ${note}`));
  return [...statements, ...notes, ...sourceUnits(sources, options.answerId)];
}

function askedUnit(question: string): Unit {
  const asked = `You asked: ${cutText(visibleText(question), MAX_QUESTION_CHARS)}`;
  return { text: escapeMrkdwn(asked), blocks: smallPrint(asked) };
}

/** A source's table, under the first statement that is read from it. */
function takeTable({ number }: NamedSource, tables: Map<number, CitedTable>): Unit[] {
  const table = tables.get(number);
  tables.delete(number);
  return tableUnits(table);
}

/** A statement with its markers, and its citations in full under it. */
function statementUnits({ text }: Statement, cited: NamedSource[]): Unit[] {
  const markers = markersOf(cited);
  const labels = cited.map(labelLine);
  const parts = splitParts(text);
  const units = parts.map((part, n): Unit => {
    if (n < parts.length - 1) return { text: escapeMrkdwn(part), blocks: [richParagraph(part)] };
    return {
      text: `${escapeMrkdwn(part)} ${markers}`,
      blocks: [
        richParagraph(part, { text: ` ${markers}`, bold: true }),
        ...smallPrint(...labels.slice(0, MAX_LABELS_WITH)),
      ],
    };
  });
  const more = labels.slice(MAX_LABELS_WITH).map((label): Unit => ({ text: '', blocks: smallPrint(label) }));
  return [...units, ...more];
}

function closingUnit(answer: Answer, { answerId, isPrivate, hasReadings, hasClerk }: AnswerMessagesOptions): Unit {
  const buttons = [
    ...(hasReadings
      ? [
          button('Not what I meant', {
            action: ACTIONS.notMeant,
            value: answerId,
            label: 'Not what I meant: show other readings',
          }),
        ]
      : []),
    ...(hasClerk
      ? [button('Ask the clerk', { action: ACTIONS.askClerk, value: answerId, label: 'Ask the clerk this question' })]
      : []),
    ...(isPrivate && answer.kind === 'grounded'
      ? [button('Share', { action: ACTIONS.share, value: answerId, label: 'Share this answer in the channel' })]
      : []),
  ];
  return { text: '', blocks: [...buttonRows(buttons), feedbackButtons(answerId)] };
}
