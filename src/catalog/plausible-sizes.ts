/** The sparsest known mixtures of experts use about 3 % of their parameters on a token. */
export const LEAST_ACTIVE_SHARE = 0.01;

/**
 * Sizes of language models, in billions of parameters. Fewest: the smallest that are sold by the
 * token have about 0.3. Most: none is known to be twice as large as the largest on OpenRouter (2,800).
 */
export const PLAUSIBLE_BILLIONS = { fewest: 0.1, most: 5000 } as const;
