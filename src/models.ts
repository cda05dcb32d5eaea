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
  close(): Promise<void>;
}
