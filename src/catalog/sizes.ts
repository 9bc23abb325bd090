/** Sizes that a slug states in its parts, in billions: 30b, 2.4t, a3b. Parts such as 8x22b or e4b are no plain sizes. */
export function sizesInName(slug: string): { total?: number; active?: number } {
  const sizes: { total?: number; active?: number } = {};
  for (const part of slug.split(/[-_]/)) {
    const match = /^(a?)(\d+(?:\.\d+)?)([bt])$/.exec(part);
    if (match === null) continue;
    const billions = Number(match[2]) * (match[3] === 't' ? 1_000 : 1);
    if (match[1] === 'a') sizes.active = billions;
    else sizes.total = billions;
  }
  return sizes;
}

/** The sparsest known mixtures of experts use about 3 % of their parameters on a token. */
export const LEAST_ACTIVE_SHARE = 0.01;

/**
 * Sizes of language models, in billions of parameters. Fewest: the smallest that are sold by the
 * token have about 0.3. Most: none is known to be twice as large as the largest on OpenRouter (2,800).
 */
export const PLAUSIBLE_BILLIONS = { fewest: 0.1, most: 5000 } as const;
