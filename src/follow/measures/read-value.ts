/** A figure as printed, as a number, with the unit it prints itself. */
export type Figure = { printed: string; value: number; unit?: string };

const CELL =
  /^[<>~c.]{0,2}\s?([£€]?)\s?([+−–-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(%|million|m|bn|k|days?|weeks?|pp)?[*+<>]?$/i;

/** The figure a cell is; undefined for words, blanks, and what is not published. */
export function cellFigure(cell: string): Figure | undefined {
  const printed = cell.replace(/\s+/g, ' ').trim();
  const match = CELL.exec(printed);
  if (!match) return undefined;
  const [, pounds = '', sign = '', whole = '', decimals = '', after] = match;
  const value = Number(`${whole.replace(/,/g, '')}${decimals}`) * (sign !== '' && sign !== '+' ? -1 : 1);
  const unit = [pounds, after ?? ''].filter((part) => part !== '').join(' ');
  return { printed, value, ...(unit === '' ? {} : { unit }) };
}
