/** A stretch of a paper's text: UTF-16 offsets, `end` exclusive. */
export type Span = { start: number; end: number };
