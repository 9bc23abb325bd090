/**
 * A run's id from the name of its model: small letters and digits with hyphens. Where another run has
 * it already, the maker's name comes first, else a number behind.
 */
export function runId(name: string, maker: string, taken: ReadonlySet<string>): string {
  const own = slugOf(name) || 'run';
  if (!taken.has(own)) return own;
  const withMaker = `${slugOf(maker)}-${own}`;
  if (!taken.has(withMaker)) return withMaker;
  let number = 2;
  while (taken.has(`${own}-${number}`)) number += 1;
  return `${own}-${number}`;
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
