import { countryName } from '../../catalog/country.ts';
import type { Host } from '../../catalog/join-hosts.ts';
import { countriesWithoutGrid } from '../../catalog/place.ts';
import { isRecalled, type SourceFile } from '../../catalog/source.ts';
import { countriesText } from '../../text/zones.ts';

const RECALLED = 'Where its sites are is recalled, no document was read';

type Placed = Pick<Host, 'listed' | 'place'>;

/** Where a host serves from and who says so, in one sentence of its page. */
export function placeSentence(host: Placed, sources: SourceFile): string {
  const { zones, zonesBasis } = host.place;
  const countries = countriesText(zones);
  const shares =
    Object.keys(zones).length === 1 ? '' : ' How requests are shared among them is not published.';
  switch (zonesBasis.statedBy) {
    case 'openrouter':
      return `OpenRouter states where its data centres are: ${countries}.${shares}`;
    case 'operator':
      if (isRecalled(zonesBasis.sources, sources)) return `${RECALLED}: ${countries}.${shares}`;
      return `It names where its sites are: ${countries}.${shares}`;
    case 'others':
      if (isRecalled(zonesBasis.sources, sources)) return `${RECALLED}: ${countries}.${shares}`;
      return `Others report where its sites are: ${countries}.${shares}`;
    case 'nobody':
      return assumedSentence(host, countries);
  }
}

function assumedSentence(host: Placed, countries: string): string {
  const { origin } = host.place;
  const unknown = countriesWithoutGrid(host.listed).map(countryName);
  return origin === 'default' && unknown.length > 0
    ? `OpenRouter names ${new Intl.ListFormat('en').format(unknown)}, for which the index has no grid; the country of most other hosts stands in: ${countries}.`
    : ASSUMED[origin](countries);
}

const ASSUMED = {
  record: (countries: string) =>
    `Where it serves a request from is not published; what stands here is an assumption: ${countries}.`,
  headquarters: (countries: string) =>
    `Where it serves these models from is not known; the country of its headquarters stands in: ${countries}.`,
  default: (countries: string) =>
    `Nothing is known of where it serves from; the country of most other hosts stands in: ${countries}.`,
  openrouter: (countries: string) =>
    `Where it serves these models from is not known: ${countries}.`,
};

/** How many of the estimated models it serves, by OpenRouter's endpoints of these days. */
export function servingSentence(served: number, all: number, days: string | undefined): string {
  const by = days === undefined ? 'It serves' : `By OpenRouter’s endpoints of ${days} it serves`;
  return `${by} ${served === 0 ? 'none' : served} of the ${all} models of this release.`;
}
