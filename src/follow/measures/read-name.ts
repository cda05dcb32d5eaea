/** What a label says of a measure: its number, code and unit as printed, and its name without them. */
export type MeasureName = { name: string; number?: string; code?: string; unit?: string };

const NUMBER =
  /^(?:[Mm]easure\s)?\(?((?:[Nn]o|NO|[Rr]ef)\.?\s?\d{1,3}[a-z]?(?:\.\d{1,2})?|\d{1,3}\.\d{1,2}|\d{1,3}(?=\s\p{Lu}))\)?(?:\s?\/\s?([A-Z]{2,5}\s?\d{1,3}[a-z]?))?[\s:.–-]+(?=\S)/u;
const CODE = /^((?:[A-Z]{2,5})[\s/-]?\d{1,3}[a-z]?(?:\.\d{1,2})?)[\s:–-]+(?=\p{L})/u;
/** "KS 2" and "Year 6" are no codes. */
const NO_CODE = /^(?:KS|EYFS|FY|YR|GCSE|COVID|AGE|ITEM)/;
const UNIT_AFTER = /\s?\((%|£(?:000s?|k|m|bn)?|£ ?million|per\s[^()]{2,20}|[a-z]{3,12})\)\s*$/i;
const UNIT_BEFORE = /^(%|percentage|proportion|number|no\.?|rate)(?:\s(?:of\s)?(?:the\s)?)/i;

/** Reads the label of a row or a column. */
export function readMeasureName(label: string): MeasureName {
  const flat = label.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
  const numbered = NUMBER.exec(flat);
  const rest = numbered ? flat.slice(numbered[0].length) : flat;
  const coded = CODE.exec(rest);
  const isCode = coded?.[1] !== undefined && !NO_CODE.test(coded[1]);
  const named = isCode ? rest.slice(coded[0].length) : rest;
  const code = isCode ? coded[1] : numbered?.[2];
  const after = UNIT_AFTER.exec(named);
  const name = after ? named.slice(0, after.index).trim() : named;
  const unit = after?.[1] ?? unitBefore(name);
  return {
    name,
    ...(numbered?.[1] === undefined ? {} : { number: numbered[1] }),
    ...(code === undefined ? {} : { code }),
    ...(unit === undefined ? {} : { unit }),
  };
}

function unitBefore(name: string): string | undefined {
  const word = UNIT_BEFORE.exec(name)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  return word === '%' || word === 'percentage' || word === 'proportion' ? '%' : undefined;
}
