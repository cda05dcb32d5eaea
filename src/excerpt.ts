/** A stretch of a paper in reading order, byte for byte; `cited`: it is what the citation means. */
export type ExcerptPart = { text: string; cited: boolean; gapBefore: boolean };

/** A cited place in its surroundings. Nothing in it is closed to the audience it was made for. */
export type Excerpt = {
  /** The citation in full. */
  label: string;
  source: string;
  /** Page of the file. */
  page?: number;
  parts: ExcerptPart[];
  /** Other places that the citation could mean, in full. */
  others: string[];
};
