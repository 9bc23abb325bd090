import type { Place } from './known-exports.ts';
import type { Counts } from './row-reader.ts';

/** Which places the total of a row allows; undefined where it allows both, or none. */
export interface PlacesByTotal {
  cache: Place | undefined;
  reasoning: Place | undefined;
  /** Whether the total is the sum of what was read in no way. */
  isOther: boolean;
}

/** Holds a row's total against its counts. */
export function placesByTotal(counts: Counts): PlacesByTotal {
  const { input, cached, cacheWrites, toolInput, output, reasoning, total } = counts;
  if (total === undefined) return { cache: undefined, reasoning: undefined, isOther: false };
  const places = ['within', 'apart'] as const;
  const fitting = places.flatMap((cache) =>
    places.flatMap((reasoningPlace) => {
      const sum =
        input +
        toolInput +
        output +
        (cache === 'apart' ? cached + cacheWrites : 0) +
        (reasoningPlace === 'apart' ? reasoning : 0);
      return sum === total ? [{ cache, reasoning: reasoningPlace }] : [];
    }),
  );
  const only = (part: 'cache' | 'reasoning') => {
    const [place, ...others] = new Set(fitting.map((fit) => fit[part]));
    return others.length === 0 ? place : undefined;
  };
  return { cache: only('cache'), reasoning: only('reasoning'), isOther: fitting.length === 0 };
}
