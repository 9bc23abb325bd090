/** What the weights of a model can be asked for, besides any. */
export const WEIGHTS = ['open', 'closed'] as const;
export type Weights = (typeof WEIGHTS)[number];
