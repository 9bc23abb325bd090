/** How the pages on training say of whom, when and where. */

/** Of several makers the first, with how many more there are. */
export function makersText(makers: readonly string[]): string {
  const [first = 'Unknown', ...others] = makers;
  return others.length === 0 ? first : `${first} +${others.length}`;
}

/** The address of a run's page. */
export function runPath(id: string): string {
  return `/training/runs/${id}/`;
}
