import { slices, stripMarks } from '../../paper.ts';
import type { FormField } from './read-form-fields.ts';

const APPENDIX_FIELD = /appendi(?:x|ces)|annexes|attachments/i;
const NONE = /^(?:none|n\/a|not applicable|no appendices|there are no)\b/i;
const APPENDIX = /^(?:appendix|annexe?|schedule|attachment|enclosure|app)\.?\s/i;
const MAX_TITLE_CHARS = 250;

/** Titles of the appendices as the report lists them, in order, each once. */
export function readAppendices(text: string, fields: FormField[]): string[] {
  const titles: string[] = [];
  for (const field of fields.filter(({ name }) => APPENDIX_FIELD.test(name))) {
    const values = slices(text, field.values).map((slice) =>
      stripMarks(slice).replace(/^[\s*•\uf0b7–-]+|\s*(?:\.{3,}|…+)[\s.…]*\d*$|\s+$/g, ''),
    );
    const named = values.some((value) => APPENDIX.test(value));
    for (const title of values) {
      const listed = named ? APPENDIX.test(title) || /:$/.test(values[0] ?? '') : true;
      if (title !== '' && listed && !NONE.test(title) && title.length <= MAX_TITLE_CHARS && !titles.includes(title))
        titles.push(title);
    }
  }
  return titles;
}
