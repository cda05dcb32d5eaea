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
  close(): Promise<void>;
}

export type TokenVectors = { tokens: string[]; vectors: Float32Array };
