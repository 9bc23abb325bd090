const SHOWN = 5;

/** The ids that have most pairs of letters in common with a text, the nearest first. */
export function nearestIds(
  text: string,
  models: readonly { id: string; name: string }[],
): string[] {
  const wanted = letterPairs(text);
  return models
    .map(({ id, name }) => ({
      id,
      likeness: Math.max(likeness(wanted, letterPairs(id)), likeness(wanted, letterPairs(name))),
    }))
    .toSorted((a, b) => b.likeness - a.likeness || a.id.localeCompare(b.id, 'en'))
    .slice(0, SHOWN)
    .map(({ id }) => id);
}

/** Neighbouring letters and digits, whatever stands between them. */
function letterPairs(text: string): Set<string> {
  const letters = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return new Set(
    Array.from(letters.slice(1), (letter, position) => `${letters[position]}${letter}`),
  );
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length;
  return (2 * common) / Math.max(1, a.size + b.size);
}
