/** A committee of the index under every name a question may use: lower case, without punctuation. */
export type CommitteeName = { name: string; aliases: string[] };

/** A meeting of the index, as far as a question's reading needs it. `date` is YYYY-MM-DD. */
export type KnownMeeting = { committee: string; date: string; hasMinutes: boolean; hasAgenda: boolean };

/**
 * What the indexed papers themselves say about their words, learnt anew for each audience: nothing in it comes
 * from a paper that the audience may not read.
 */
export type Lexicon = {
  committees: CommitteeName[];
  /** In order of date. */
  meetings: KnownMeeting[];
  /** Short form, lower case ("lac") to what it is spelt out as ("looked after children"), most usual first. */
  abbreviations: Map<string, string[]>;
  /** Initials of names in capitals that recur, to the names: what a short form may mean although no paper says so. */
  initials: Map<string, string[]>;
  /** Words of the texts, lower case, with the number of passages each is in. */
  vocabulary: Map<string, number>;
  passageCount: number;
  /** What each paper is called: words of its title, label, kind and authors, lower case. */
  papers: { id: number; words: Set<string> }[];
  /** Full names and surnames of people in attendance lists, lower case. */
  people: Map<string, string>;
};

/** Words and numbers of a text in lower case, apostrophes dropped: "Children's 2019/20" gives childrens, 2019/20. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’‘`]/g, '')
      .match(/[\p{L}\p{N}]+(?:[/.][\p{N}]+)*/gu) ?? []
  );
}
