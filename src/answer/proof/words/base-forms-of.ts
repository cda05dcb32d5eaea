import type { PartOfSpeech } from './open-word-net.ts';
import { irregularBaseOf } from './word-groups.ts';

/** What an ending of a form may stand for (morphy(7WN)); British doubling beside it ("travelled"). */
const ENDINGS: Record<PartOfSpeech, [ending: string, base: string][]> = {
  noun: [
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['sses', 'ss'],
    ['xes', 'x'],
    ['ies', 'y'],
    ['s', ''],
  ],
  verb: [
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['s', ''],
    ['ied', 'y'],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  adj: [
    ['ier', 'y'],
    ['iest', 'y'],
    ['er', ''],
    ['er', 'e'],
    ['est', ''],
    ['est', 'e'],
  ],
  adv: [],
};
const MIN_BASE = 2;
const DOUBLED = /([bdgklmnprt])\1$/;

/** The forms that a lower-case word may be one of, itself first: "travelled" gives travelled, travelle, travell, travel. */
export function baseFormsOf(word: string, part: PartOfSpeech): string[] {
  const forms = new Set([word]);
  const irregular = irregularBaseOf(word);
  if (irregular !== undefined) forms.add(irregular);
  for (const [ending, base] of ENDINGS[part]) {
    if (!word.endsWith(ending) || word.length - ending.length < MIN_BASE) continue;
    const form = word.slice(0, -ending.length) + base;
    forms.add(form);
    if (base === '' && DOUBLED.test(form)) forms.add(form.slice(0, -1));
  }
  // WordNet spells as American papers do, and has most British spellings too.
  for (const form of [...forms]) if (/is(?:e|ation)$/.test(form)) forms.add(form.replace(/is(e|ation)$/, 'iz$1'));
  return [...forms];
}
