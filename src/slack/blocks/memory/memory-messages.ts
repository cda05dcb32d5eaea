import type { Outstanding } from '../../../app.ts';
import { formatDate } from '../../../citation.ts';
import { stripMarks } from '../../../paper.ts';
import { STEP_NAMES, type Thread, type ThreadStep } from '../../../thread.ts';
import { cutText } from '../../format/cut-text.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Message } from '../../messenger.ts';
import { packMessages, type Unit } from '../parts/pack-messages.ts';
import { textUnits } from '../parts/text-units.ts';
import { headingUnit, lineUnits } from './brief-messages.ts';

const MAX_STEPS = 30;
const MAX_QUOTE_CHARS = 300;
const NOTHING = 'Nothing that the indexed papers show.';

/** What is outstanding, committee by committee, each line with its place. */
export function outstandingMessages(all: Outstanding[]): Message[] {
  return packMessages(
    all.flatMap(({ committee, lines, total }) => [
      headingUnit(`${committee}: ${total} outstanding`),
      ...(lines.length === 0 ? textUnits(NOTHING) : lines.flatMap(lineUnits)),
      ...(total > lines.length ? textUnits(`and ${total - lines.length} more`) : []),
    ]),
  );
}

/** A decision's life as a time line: each step with its day, what it is and why it belongs; what is only alike apart. */
export function threadMessages({ title, steps, missing }: Thread): Message[] {
  const sure = steps.filter(({ isPossible }) => !isPossible);
  const possible = steps.filter(({ isPossible }) => isPossible);
  const shown = sure.slice(0, MAX_STEPS);
  return packMessages([
    headingUnit(title),
    ...shown.flatMap(stepUnits),
    ...(sure.length > shown.length ? textUnits(`and ${sure.length - shown.length} more`) : []),
    ...(possible.length > 0
      ? [headingUnit('Possibly related'), ...possible.slice(0, MAX_STEPS).flatMap(stepUnits)]
      : []),
    ...(missing.length > 0 ? textUnits(`Not in the index: ${missing.join('; ')}`) : []),
  ]);
}

function stepUnits(step: ThreadStep): Unit[] {
  const { place, role, quote, why } = step;
  const when = place.meetingDate === undefined ? 'Date not known' : formatDate(place.meetingDate);
  const words = cutText(visibleText(stripMarks(quote)), MAX_QUOTE_CHARS);
  return lineUnits({ text: `${when} – ${STEP_NAMES[role]}: “${words}” (${why})`, traces: [step] });
}
