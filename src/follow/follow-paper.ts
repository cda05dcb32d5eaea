import type { Followed } from '../followed.ts';
import type { Paper, PaperText } from '../paper.ts';
import { readLedger } from './ledger/read-ledger.ts';
import { readMeasurePoints } from './read-measure-points.ts';
import { readReferences } from './read-references.ts';

/** What the committee's memory keeps of one paper, read from that paper alone. */
export function followPaper(text: PaperText, paper: Paper): Followed {
  return {
    ledger: readLedger(text, paper),
    references: readReferences(text, paper),
    measurePoints: readMeasurePoints(text, paper),
  };
}
