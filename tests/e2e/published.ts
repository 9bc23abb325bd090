import type { ArchivedModel } from '../../src/published/archive/archived-index.ts';
import { HostsFile } from '../../src/published/hosts-json.ts';
import { IndexFile } from '../../src/published/index-json.ts';
import { ReleasesFile } from '../../src/published/releases-json.ts';
import { builtFile } from './site.ts';

/** The published files that the pages are held against. */

/** A file of the API as it stands in the finished site. */
export function fileOf(path: string): unknown {
  return JSON.parse(builtFile(`api/v1/${path}`));
}

export const index = IndexFile.parse(fileOf('index.json'));
export const { hosts } = HostsFile.parse(fileOf('hosts.json'));

export const { releases } = ReleasesFile.parse(fileOf('releases.json'));

/** The year that citations bear: that in which the release was archived, else that of its list. */
export const issuedYear = (
  releases.find(({ release }) => release === index.release)?.published ?? index.date
).slice(0, 4);

/** gCO2e per 1000 output tokens. */
export function gramsOf({
  perThousandOutputTokens,
}: Pick<ArchivedModel, 'perThousandOutputTokens'>) {
  return perThousandOutputTokens.gramsCO2e;
}

/** A model's name without its maker's. */
export function shortNameOf({ name }: { name: string }): string {
  return name.replace(/^[^:]+:\s+/, '');
}

/** How many of some things are so, as a page says it. */
export function countOf<T>(items: Iterable<T>, is: (item: T) => boolean): string {
  return `${[...items].filter(is).length}`;
}
