import { type CheerioAPI, load } from 'cheerio';
import type { Element } from 'domhandler';
import { numeral } from '../html/html-nodes.ts';

/** What a paragraph says of its own numbering; undefined where it leaves it to its style. */
export type ParagraphNumbering = {
  style: string | undefined;
  numId: string | undefined;
  level: string | undefined;
};

/** Counts a document's numbered paragraphs. `next` takes them in order: the label as shown, or undefined for none. */
export type Numbering = { next(paragraph: ParagraphNumbering): string | undefined };

type Level = { start: number; format: string; text: string; legal: boolean; style: string | undefined };
type Rule = { abstract: string; starts: Map<number, number>; levels: Map<number, Level> };
type Style = { numId: string | undefined; level: number | undefined; basedOn: string | undefined };

const FORMATS: Record<string, string> = { lowerLetter: 'a', upperLetter: 'A', lowerRoman: 'i', upperRoman: 'I' };
/** Word knows nine levels, and styles are based on one another a few deep; a ring of them must end. */
const MAX_STYLE_DEPTH = 20;

/** The numbering of a Word document from its numbering.xml and styles.xml (ECMA-376 part 1, 17.9). */
export function openNumbering(numberingXml: string, stylesXml: string): Numbering {
  const rules = readRules(numberingXml);
  const styles = readStyles(stylesXml);
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next(paragraph) {
      const found = ruleOf(paragraph, rules, styles);
      if (!found) return undefined;
      const { rule, level, numId } = found;
      const counted = counts.get(rule.abstract) ?? [];
      counts.set(rule.abstract, counted);
      // A list that states its own start begins anew where it is first used; otherwise it goes on from its kin.
      if (!begun.has(numId)) for (const at of rule.starts.keys()) counted[at] = undefined;
      begun.add(numId);
      return count(counted, rule, level);
    },
  };
}

function count(counted: (number | undefined)[], rule: Rule, level: number): string | undefined {
  const own = rule.levels.get(level);
  if (!own || own.format === 'bullet') return undefined;
  const before = counted[level];
  counted[level] = before === undefined ? startOf(rule, level) : before + 1;
  counted.length = level + 1;
  if (own.format === 'none') return undefined;
  const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    counted[at] ??= startOf(rule, at);
    const format = own.legal ? 'decimal' : rule.levels.get(at)?.format;
    return shown(counted[at] ?? 1, format ?? 'decimal');
  });
  return label.trim() === '' ? undefined : label.trim();
}

function startOf(rule: Rule, level: number): number {
  return rule.starts.get(level) ?? rule.levels.get(level)?.start ?? 1;
}

function shown(number: number, format: string): string {
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  return numeral(number, FORMATS[format] ?? '1');
}

function ruleOf(paragraph: ParagraphNumbering, rules: Map<string, Rule>, styles: Map<string, Style>) {
  const fromStyle = styleNumbering(paragraph.style, styles);
  const numId = paragraph.numId ?? fromStyle?.numId;
  const rule = numId === undefined ? undefined : rules.get(numId);
  if (!rule || numId === undefined) return undefined;
  const stated = paragraph.level === undefined ? undefined : Number(paragraph.level);
  const linked = [...rule.levels].find(
    ([, level]) => level.style !== undefined && level.style === paragraph.style,
  )?.[0];
  return { rule, numId, level: stated ?? linked ?? fromStyle?.level ?? 0 };
}

function styleNumbering(style: string | undefined, styles: Map<string, Style>): Style | undefined {
  let id = style;
  for (let depth = 0; id !== undefined && depth < MAX_STYLE_DEPTH; depth += 1) {
    const found = styles.get(id);
    if (found?.numId !== undefined) return found;
    id = found?.basedOn;
  }
  return undefined;
}

function readStyles(xml: string): Map<string, Style> {
  const $ = load(xml, { xml: true });
  const styles = new Map<string, Style>();
  $('w\\:style').each((_, node) => {
    const style = $(node);
    const level = style.find('w\\:numPr > w\\:ilvl').attr('w:val');
    styles.set(style.attr('w:styleId') ?? '', {
      numId: style.find('w\\:numPr > w\\:numId').attr('w:val'),
      level: level === undefined ? undefined : Number(level),
      basedOn: style.children('w\\:basedOn').attr('w:val'),
    });
  });
  return styles;
}

function readRules(xml: string): Map<string, Rule> {
  const $ = load(xml, { xml: true });
  const abstracts = new Map<string, Map<number, Level>>();
  $('w\\:abstractNum').each((_, node) => {
    abstracts.set($(node).attr('w:abstractNumId') ?? '', readLevels($, $(node).children('w\\:lvl').toArray()));
  });
  const rules = new Map<string, Rule>();
  $('w\\:num').each((_, node) => {
    const abstract = $(node).children('w\\:abstractNumId').attr('w:val') ?? '';
    const starts = new Map<number, number>();
    const levels = new Map(abstracts.get(abstract));
    $(node)
      .children('w\\:lvlOverride')
      .each((__, override) => {
        const start = $(override).children('w\\:startOverride').attr('w:val');
        if (start !== undefined) starts.set(Number($(override).attr('w:ilvl')), Number(start));
        for (const [at, level] of readLevels($, $(override).children('w\\:lvl').toArray())) levels.set(at, level);
      });
    rules.set($(node).attr('w:numId') ?? '', { abstract, starts, levels });
  });
  return rules;
}

function readLevels($: CheerioAPI, nodes: Element[]): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const node of nodes) {
    const own = (name: string) => $(node).children(name).attr('w:val');
    levels.set(Number(node.attribs['w:ilvl']), {
      start: Number(own('w\\:start') ?? 1),
      format: own('w\\:numFmt') ?? 'decimal',
      text: own('w\\:lvlText') ?? '',
      legal: $(node).children('w\\:isLgl').length > 0,
      style: own('w\\:pStyle'),
    });
  }
  return levels;
}
