/** What ingestion did with one file; `duplicate` has the same content as a file already there. */
export type FileOutcome = 'added' | 'changed' | 'unchanged' | 'duplicate' | 'removed' | 'failed';

/**
 * Where ingestion stands after a file or a part of one. `done` of `total` files are finished; `share` (0 to 1) is
 * how much of the whole work that is, long files counting for more.
 */
export type IngestProgress = { done: number; total: number; share: number; file: string; outcome?: FileOutcome };

/** One file that could not be read, and why in words fit for a member. What the index had of it stays. */
export type FailedFile = { file: string; reason: string };

/** What a run of ingestion did, in numbers of files. `stopped`: it was interrupted and what came before is kept. */
export type IngestSummary = {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  duplicates: { file: string; sameAs: string }[];
  failed: FailedFile[];
  /** Files that were passed over without being papers: links that lead out of the folder, hidden files, unknown formats. */
  skipped: FailedFile[];
  stopped: boolean;
  ms: number;
};
