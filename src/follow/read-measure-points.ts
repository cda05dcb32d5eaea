import type { Paper, PaperText } from '../paper.ts';
import type { MeasurePointDraft } from '../series.ts';

/** The figures of a paper's measures, in the order of the text. */
export function readMeasurePoints(_text: PaperText, _paper: Paper): MeasurePointDraft[] {
  return [];
}
