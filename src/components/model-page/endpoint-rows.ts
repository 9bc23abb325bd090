import { countryName, countryOf } from '../../catalog/country.ts';
import { casesText } from '../../library/cases-text.ts';
import { OWN_ACCELERATOR_REASON } from '../../published/hosts-json.ts';
import type { ReleasedModel } from '../../release/release.ts';
import { estimatedEndpoints, type ReleasedEndpoint } from '../../release/released-serving.ts';
import { chipsText, isUnusual } from '../../text/accelerator-words.ts';
import { columnPriceText, quantityText, wholePercentText } from '../../text/numbers.ts';
import { priceTerms } from '../../text/price-terms.ts';
import { countriesText } from '../../text/zones.ts';
import type { ChartRow } from '../../ui/chart/chart-row.ts';

/** A column after the range: its heading and what it says of an endpoint. */
interface Column {
  heading: string;
  text: (endpoint: ReleasedEndpoint) => string | undefined;
}

const COLUMNS: readonly Column[] = [
  {
    heading: 'Share',
    text: ({ share, estimate }) =>
      estimate === undefined
        ? undefined
        : share === undefined
          ? 'if asked'
          : wholePercentText(share),
  },
  {
    heading: 'Lowest in',
    text: ({ probabilityOfLeast: p }) => (p === undefined ? undefined : casesText(p)),
  },
  {
    heading: 'Tokens/s',
    text: ({ tokensPerSecondMedian: speed }) =>
      speed === undefined ? undefined : quantityText(speed),
  },
  {
    heading: '$ per M',
    text: ({ prices: { outputUsdPerMillionTokens: price } }) =>
      price === undefined ? undefined : price === 0 ? 'free' : columnPriceText(price),
  },
];

/** Rows of a model's endpoints, the mean of them first, and the headings of the columns they fill. */
export function endpointRows(model: ReleasedModel): { rows: ChartRow[]; further: string[] } {
  const { endpoints } = model.served;
  const columns = COLUMNS.filter(({ text }) =>
    endpoints.some((endpoint) => text(endpoint) !== undefined),
  );
  const rows = endpoints.map((endpoint) => ({
    ...endpointRow(model, endpoint),
    further: columns.map(({ text }) => text(endpoint)),
  }));
  const mean: ChartRow = {
    label: 'All its endpoints',
    aside: 'by the shares of default routing',
    evidence: model.evidence,
    range: model.perThousandOutputTokens.gramsCO2e,
    here: true,
  };
  return {
    rows: estimatedEndpoints(model).length > 1 ? [mean, ...rows] : rows,
    further: columns.map(({ heading }) => heading),
  };
}

function endpointRow(model: ReleasedModel, endpoint: ReleasedEndpoint): ChartRow {
  const { host, region, quantization, place, estimate, lowest, probabilityOfLeast } = endpoint;
  const aside = [region, quantization].filter((part) => part !== undefined).join(', ');
  const below = [
    countriesText(place.zones),
    ...(place.zonesBasis.statedBy === 'nobody' ? ['assumed'] : []),
    ...(isUnusual(host.accelerators) ? [chipsText(host.accelerators)] : []),
    ...priceTerms(endpoint),
  ].join('; ');
  return {
    label: host.name,
    ...(host.slug !== '' && { href: `/hosts/${host.slug}/` }),
    ...(aside !== '' && { aside }),
    ...(lowest && {
      mark: `lowest in ${casesText(probabilityOfLeast ?? 0)}`,
    }),
    below,
    evidence: model.evidence,
    range: estimate?.perThousandOutputTokens.gramsCO2e ?? { reason: OWN_ACCELERATOR_REASON },
  };
}

const list = new Intl.ListFormat('en');

/** The countries whose grids the endpoints with an estimate stand on, by name. */
export function gridPlaces(endpoints: readonly ReleasedEndpoint[]): string {
  const countries = endpoints
    .filter(({ estimate }) => estimate !== undefined)
    .flatMap(({ place }) => Object.keys(place.zones).map((zone) => countryName(countryOf(zone))));
  return list.format([...new Set(countries)].toSorted((a, b) => a.localeCompare(b, 'en')));
}
