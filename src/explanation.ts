import type { CallUsage } from './models.ts';

/** How a written answer came about, for whoever looks after the bot; it holds what the asker may read and nothing more. */
export type Explanation = {
  /** The model, and each prompt that was used with its version and the sha256 of its file. */
  model: string;
  prompts: { name: string; version: number; hash: string }[];
  /** What was searched besides the question itself. */
  searches: string[];
  /** The passages that the model saw: their ids in that call and their citations. */
  passages: { id: string; label: string }[];
  /** What the model wrote, in its order: sent as it is, its quotation sent instead, or left out; and why. */
  statements: { text: string; fate: 'kept' | 'quoted' | 'dropped'; why?: string }[];
  calls: CallUsage[];
  /** Why the extractive answer was sent, where it was. */
  fellBack?: string;
};
