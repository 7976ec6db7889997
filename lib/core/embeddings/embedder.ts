/** Turns texts into vectors. One text in, one vector of `dimensions` finite numbers and length 1 out, in the same order. */
export type Embedder = {
  /** Name of the model, stored with every vector. */
  id: string;
  /** Changes whenever the same text could give another vector; stored with every vector. */
  version: string;
  dimensions: number;
  /** `english`: texts in other languages must be given by their English labels; see `embeddingText`. */
  reads: "english" | "any";
  embed: (texts: readonly string[]) => Promise<number[][]>;
};
