import type { NamedModel } from './model-names.ts';
import { groupedBy } from './model-spellings.ts';

const SHOWN = 5;
/** Below it names have no more in common than any two words of a language. */
const LEAST_LIKENESS = 0.4;

/**
 * A function that gives the models whose id or name has most pairs of letters in common with a text;
 * none where that is little.
 */
export function nearestModels<Model extends NamedModel>(
  models: readonly Model[],
): (text: string) => Model[] {
  const names = models.flatMap((model) =>
    [model.id, model.name].map((name) => ({ model, pairs: letterPairs(name) })),
  );
  const byPair = groupedBy(names, ({ pairs }) => [...pairs]);
  return (text) => {
    const wanted = letterPairs(text);
    const common = new Map<(typeof names)[number], number>();
    for (const pair of wanted) {
      for (const name of byPair.get(pair) ?? []) common.set(name, (common.get(name) ?? 0) + 1);
    }
    const likely = [...common]
      // Dice's coefficient: 1 for the same pairs, 0 for none in common.
      .map(([{ model, pairs }, count]) => ({
        model,
        likeness: (2 * count) / (wanted.size + pairs.size),
      }))
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .toSorted((a, b) => b.likeness - a.likeness || a.model.id.localeCompare(b.model.id, 'en'))
      .map(({ model }) => model);
    return [...new Set(likely)].slice(0, SHOWN);
  };
}

/** Neighbouring letters and digits, whatever stands between them. */
function letterPairs(text: string): Set<string> {
  const letters = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return new Set(
    Array.from(letters.slice(1), (letter, position) => `${letters[position]}${letter}`),
  );
}
