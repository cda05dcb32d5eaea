/**
 * For whom a briefing is laid out. A role changes what is chosen and in which order, never what its reader may see:
 * that is the audience's alone.
 */
export const ROLES = ['member', 'chair', 'scrutiny', 'officer', 'clerk'] as const;
export type Role = (typeof ROLES)[number];

/** The parts of an agenda item, and the sections of a briefing, by the names that briefings have them under. */
export type PartName = 'asked' | 'decidedBefore' | 'figures' | 'worries' | 'questions';
export type SectionName = 'mattersMost' | 'running' | 'items' | 'outstanding' | 'declarations';
/** What the first page is made of. */
export type MatterKind = 'decision' | 'unanswered' | 'missed' | 'figure' | 'worry' | 'question' | 'money' | 'exempt';

export type RolePlan = {
  /** Ends "laid out for …". */
  name: string;
  /** In the order they are shown; what is not named is left out. */
  sections: SectionName[];
  parts: PartName[];
  matters: MatterKind[];
  /** What the questions are to this reader. */
  questions: string;
};

const ASKING = 'Questions worth asking';

export const ROLE_PLANS: Record<Role, RolePlan> = {
  member: {
    name: 'a member of the committee',
    sections: ['mattersMost', 'items', 'outstanding', 'declarations'],
    parts: ['asked', 'decidedBefore', 'figures', 'worries', 'questions'],
    matters: ['decision', 'unanswered', 'missed', 'figure', 'worry', 'question', 'money', 'exempt'],
    questions: ASKING,
  },
  chair: {
    name: 'the chair',
    sections: ['mattersMost', 'running', 'declarations', 'items', 'outstanding'],
    parts: ['asked', 'decidedBefore', 'questions', 'worries', 'figures'],
    matters: ['decision', 'exempt', 'unanswered', 'missed', 'money', 'worry', 'figure'],
    questions: ASKING,
  },
  scrutiny: {
    name: 'a lead for scrutiny',
    sections: ['mattersMost', 'items', 'outstanding', 'declarations'],
    parts: ['questions', 'figures', 'worries', 'decidedBefore', 'asked'],
    matters: ['question', 'unanswered', 'missed', 'figure', 'worry', 'money', 'decision', 'exempt'],
    questions: ASKING,
  },
  officer: {
    name: 'an officer',
    sections: ['mattersMost', 'outstanding', 'items'],
    parts: ['decidedBefore', 'questions', 'asked', 'figures', 'worries'],
    matters: ['unanswered', 'missed', 'question', 'figure', 'decision', 'exempt'],
    questions: 'Questions you may be asked',
  },
  clerk: {
    name: 'the clerk',
    sections: ['mattersMost', 'running', 'declarations', 'items', 'outstanding'],
    parts: ['asked', 'decidedBefore'],
    matters: ['decision', 'exempt', 'unanswered'],
    questions: ASKING,
  },
};

/** Words that name a role wherever they stand, the more special first: a "chair of scrutiny" takes the chair. */
const NAMED: [Role, RegExp][] = [
  [
    'clerk',
    /\b(?:clerk|democratic services|committee (?:officer|services|administrator)|governance (?:officer|advis[eo]r))\b/i,
  ],
  ['chair', /\b(?:vice[- ]?)?(?:chair(?:man|woman|person)?|convenor|convener|presid\w+)\b/i],
  ['officer', /\b(?:officers?|authors?|(?<!non-executive )directors?|head of|heads of|manager|chief executive)\b/i],
  ['scrutiny', /\b(?:scrutiny|leads?|shadow|opposition|spokes(?:man|woman|person)|rapporteur)\b/i],
  ['member', /\b(?:members?|councillors?|cllr|substitutes?|co-?opted|co-?optees?)\b/i],
];

/** The role that words name ("Councillor Birch, Chair"); undefined where they name none, as a bare name does. */
export function readRole(words: string): Role | undefined {
  return NAMED.find(([, pattern]) => pattern.test(words))?.[0];
}
