import type { KnownMeeting, Lexicon } from '../../src/lexicon.ts';
import { nameCommittees } from '../../src/retrieve/learn-lexicon.ts';

type LexiconWords = {
  /** Each in one passage of ten, unless said otherwise. */
  words?: string[] | Map<string, number>;
  committees?: string[];
  meetings?: KnownMeeting[];
  abbreviations?: Record<string, string[]>;
  initials?: Record<string, string[]>;
  people?: Record<string, string>;
  papers?: Lexicon['papers'];
};

/** What a small made-up index would say of its words: ten passages. */
export function makeLexicon(parts: LexiconWords = {}): Lexicon {
  const words = parts.words ?? [];
  return {
    committees: nameCommittees(parts.committees ?? []),
    meetings: parts.meetings ?? [],
    abbreviations: new Map(Object.entries(parts.abbreviations ?? {})),
    initials: new Map(Object.entries(parts.initials ?? {})),
    vocabulary: words instanceof Map ? words : new Map(words.map((word) => [word, 1])),
    passageCount: 10,
    papers: parts.papers ?? [],
    people: new Map(Object.entries(parts.people ?? {})),
  };
}
