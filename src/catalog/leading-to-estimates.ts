import type { EstimableModel, UnestimatedModel } from './catalog.ts';
import { withoutAnswer } from './no-estimate.ts';

/**
 * Entries without an estimate, each leading to the model whose estimate answers for it, by way of others
 * where it has to: an alias may stand for another alias, or for a variant. Those that lead to none, since
 * what they stand for has no estimate itself, or stands for them, lead nowhere.
 */
export function leadingToEstimates(
  estimable: readonly Pick<EstimableModel, 'listed'>[],
  unestimated: readonly UnestimatedModel[],
): UnestimatedModel[] {
  const estimated = new Set(estimable.map(({ listed }) => listed.id));
  const next = new Map(
    unestimated.map(({ listed, because }) => [listed.id, because.seeInstead] as const),
  );
  const answerTo = (first: string): string | undefined => {
    const passed = new Set<string>();
    let at: string | undefined = first;
    while (at !== undefined && !estimated.has(at) && !passed.has(at)) {
      passed.add(at);
      at = next.get(at);
    }
    return at !== undefined && estimated.has(at) ? at : undefined;
  };
  return unestimated.map(({ listed, because }) => {
    if (because.seeInstead === undefined) return { listed, because };
    const seeInstead = answerTo(because.seeInstead);
    return {
      listed,
      because:
        seeInstead === undefined ? withoutAnswer(because, listed.id) : { ...because, seeInstead },
    };
  });
}
