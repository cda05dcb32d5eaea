import type { Audience } from '../audience.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { type CommitteeName, type Lexicon, wordsOf } from '../lexicon.ts';
import type { Paper } from '../paper.ts';
import { learnAbbreviations } from './learn-abbreviations.ts';

/** Words that say what sort of body it is; a short name leaves them out ("Improving Lives", "Corporate Parenting"). */
const BODY_WORDS = new Set(
  'committee commission panel board cabinet council group forum sub subcommittee select scrutiny overview joint working'.split(
    ' ',
  ),
);
/** What people say after the first word of a body's name: "the environment committee", "the environment agenda". */
const FORMS_OF_BODY = ['committee', 'cttee', 'panel', 'board', 'commission', 'agenda', 'meeting', 'minutes', 'pack'];
const SMALL_WORDS = new Set(['and', 'of', 'for', 'the', 'in', 'on', 'to', 'a', 'with']);

/** Reads the papers' own words for their committees, people and abbreviations, as far as this audience may read them. */
export function learnLexicon(index: SearchIndex, audience: Audience): Lexicon {
  const meetings = index.meetings(audience).map(({ committee, date, hasMinutes, hasAgenda }) => ({
    committee,
    date,
    hasMinutes,
    hasAgenda,
  }));
  const papers = index.papers(audience);
  const names = [...new Set(papers.flatMap(({ paper }) => paper.meeting?.committee ?? []))].sort();
  const people = new Map<string, string>();
  for (const { paper } of papers) {
    for (const person of paper.attendance.flatMap((list) => list.people)) learnPerson(person.name, people);
  }
  return {
    committees: nameCommittees(names),
    meetings: meetings.sort((a, b) => a.date.localeCompare(b.date)),
    ...learnAbbreviations(index.namings(audience)),
    vocabulary: index.vocabulary(),
    passageCount: index.countPassages({ audience }),
    papers: papers.map(({ id, paper }) => ({ id, words: namePaper(paper) })),
    people,
  };
}

/** Each committee with its name in full, without the words for its body, by initials, and as "the panel" if it alone is one. */
export function nameCommittees(names: string[]): CommitteeName[] {
  const bodies = names.map((name) => wordsOf(name).at(-1) ?? '');
  return names.map((name, at) => {
    const words = wordsOf(name);
    const telling = words.filter((word) => !SMALL_WORDS.has(word));
    const core = [...words];
    while (core.length > 0 && BODY_WORDS.has(core.at(-1) ?? '')) core.pop();
    const body = bodies[at] ?? '';
    // A body called "Council" or "Cabinet" is not meant wherever the word stands.
    const aliases = new Set(
      core.length > 0 ? [words.join(' ')] : ['full', 'at', 'to', 'by'].map((before) => `${before} ${words.join(' ')}`),
    );
    if (core.length >= 2) aliases.add(core.join(' '));
    const [first = ''] = telling;
    const isFirstAlone = names.filter((other) => wordsOf(other).includes(first)).length === 1;
    if (core.length >= 2 && isFirstAlone) for (const form of FORMS_OF_BODY) aliases.add(`${first} ${form}`);
    if (core.length === 1)
      for (const form of ['committee', 'cttee', 'panel', 'board']) aliases.add(`${core[0]} ${form}`);
    if (telling.length >= 3) aliases.add(telling.map((word) => word[0]).join(''));
    if (words.length >= 3) aliases.add(words.map((word) => word[0]).join(''));
    const isOnlyOne = bodies.filter((other) => other === body).length === 1;
    // "The council" is the whole council, also where a parish council's minutes are the only ones of a council.
    if (isOnlyOne && BODY_WORDS.has(body) && body !== 'council' && body !== 'cabinet')
      for (const article of ['the', 'our', 'this']) aliases.add(`${article} ${body}`);
    return { name, aliases: [...aliases] };
  });
}

function learnPerson(name: string, people: Map<string, string>): void {
  const words = wordsOf(name);
  const surname = words.at(-1) ?? '';
  if (words.length > 1) people.set(words.join(' '), name);
  if (surname.length > 2 && !people.has(surname)) people.set(surname, name);
}

function namePaper({ title, label, kind, report }: Paper): Set<string> {
  const words = wordsOf([title, label, kind, ...(report?.authors ?? [])].join(' '));
  return new Set(words.filter((word) => word.length > 1 && !SMALL_WORDS.has(word)));
}
