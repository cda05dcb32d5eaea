import type { Access } from './audience.ts';

/**
 * Turns text into vectors. `dimensions` numbers a text, scaled to length 1, so that the dot product is the
 * cosine. `id` names model and weights: vectors of two ids are never mixed. A question and a passage are
 * embedded differently.
 */
export interface Embedder {
  readonly id: string;
  readonly dimensions: number;
  embedPassage(text: string): Promise<Float32Array>;
  embedQuestion(text: string): Promise<Float32Array>;
  /**
   * Every token of a text with its own vector, scaled to length 1: token i has the `dimensions` numbers from
   * i × dimensions. Tokens are the model's word pieces; the marks it puts around a text are left out.
   */
  embedTokens?(text: string, as: 'question' | 'passage'): Promise<TokenVectors>;
  /** False for what must not be given to this model, because it runs elsewhere; where it is missing all may be. */
  mayTake?(access: Access): boolean;
  close(): Promise<void>;
}

export type TokenVectors = { tokens: string[]; vectors: Float32Array };

/** One call of a language model: what it is told, and the shape its reply must have (a JSON schema). */
export type WriterCall = {
  /** The prompt's name, for the log. */
  name: string;
  system: string;
  user: string;
  schema: Record<string, unknown>;
  maxOutputTokens: number;
};

/** What a call cost. Tokens as the server counted them, else estimated from the text; `price` where one is set. */
export type CallUsage = {
  call: string;
  model: string;
  inputTokens: number;
  outputTokens: number;
  ms: number;
  requests: number;
  price?: number;
};

/** Requests that one question may still make; shared by its calls and counted down by them. */
export type CallAllowance = { left: number };

export type WriteOptions = {
  signal?: AbortSignal;
  allowance?: CallAllowance;
  /** Called with what of the reply can be read so far; never with more than once the same whole. */
  onPartial?: (value: unknown) => void;
};

/**
 * A language model that replies in JSON. Its reply is a claim to be checked, nothing else. Throws `WriterFailure`, or
 * the signal's reason when it is aborted.
 */
export interface Writer {
  readonly id: string;
  /** True if the model runs on this machine, so that what it is told does not leave it. */
  readonly isOnThisMachine: boolean;
  /** Loads what it needs and asks nothing of the model, so that no call's time goes to that. */
  prepare?(): Promise<void>;
  write(call: WriterCall, options?: WriteOptions): Promise<{ value: unknown; usage: CallUsage }>;
}
