/**
 * What a line is called that holds what a link has no room to name: names that are not found among the
 * estimated models, or models beyond those that are added up.
 */
const KINDS = { names: 'other name', models: 'further model' } as const;
type Kind = keyof typeof KINDS;

const REST = /^(\d{1,9}) (other name|further model)s?$/;

/** The name of a line that stands for so many of a kind: "240 other names". */
export function restName(kind: Kind, count: number): string {
  return `${count} ${KINDS[kind]}${count === 1 ? '' : 's'}`;
}

/** How many of which kind a line's name stands for: one name, unless it is that of a rest. */
export function namedBy(name: string): { kind: Kind; count: number; isRest: boolean } {
  const [, count, words] = REST.exec(name) ?? [];
  return {
    kind: words === KINDS.models ? 'models' : 'names',
    count: Number(count ?? 1),
    isRest: count !== undefined,
  };
}
