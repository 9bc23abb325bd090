/** The way to a field, as zod's issues give it. */
type Path = readonly PropertyKey[];

/**
 * A copy of `value` without the fields that the paths lead to; in an array the elements after one
 * that goes move up. Only what lies on a path is copied, however deep the rest.
 */
export function withoutFields(value: unknown, paths: readonly Path[]): unknown {
  const further = Map.groupBy(paths, ([key]) => String(key));
  const kept = <Key extends PropertyKey>([key, inner]: readonly [Key, unknown]) => {
    const within = further.get(String(key));
    if (within === undefined) return [[key, inner] as const];
    return within.some((path) => path.length <= 1)
      ? []
      : [
          [
            key,
            withoutFields(
              inner,
              within.map((path) => path.slice(1)),
            ),
          ] as const,
        ];
  };
  if (Array.isArray(value)) return [...value.entries()].flatMap(kept).map(([, inner]) => inner);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).flatMap(kept))
    : value;
}
