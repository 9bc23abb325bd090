import type { MeasuredRow } from '../../catalog/measurement.ts';
import { pricesBeforeDiscount } from '../../catalog/sale.ts';
import type { TokenPrices } from '../../catalog/snapshot.ts';
import type { RunRow } from '../../catalog/training-run.ts';
import { WEIGHT_FILES_HOLD } from '../../catalog/weight-files.ts';
import type { Range } from '../../estimation/ranges.ts';
import { casesText } from '../../library/cases-text.ts';
import type { ReleasedModel } from '../../release/release.ts';
import { MARKED_ABOVE_PROBABILITY } from '../../release/released-serving.ts';
import { billionsText } from '../../text/architecture.ts';
import { countText, percentText, quantityText } from '../../text/numbers.ts';
import { otherPricesTexts, pricesText } from '../../text/price-terms.ts';

/** What a model's page says of its facts, where a figure decides the words. */

/** The list price: "$0.20 in, $1.50 out per million". */
export function listPriceText(prices: TokenPrices): string {
  const text = pricesText(prices);
  return text.startsWith('$') ? `${text} per million` : text;
}

/** That the list price is a sale price, and of what; undefined where it is none. */
export function saleSentence({
  listed,
  discount,
  evidence,
}: Pick<ReleasedModel, 'listed' | 'discount' | 'evidence'>): string | undefined {
  if (discount === 0) return undefined;
  const before = listPriceText(pricesBeforeDiscount(listed.prices, discount));
  const use = evidence === 'price' ? '; energy is inferred from the price before the sale' : '';
  return `A sale price, ${percentText(discount)} off ${before}${use}.`;
}

/** What is asked in place of the list price, and when; undefined where nothing is. */
export function otherPricesSentence({
  listed,
  evidence,
}: Pick<ReleasedModel, 'listed' | 'evidence'>): string | undefined {
  const others = otherPricesTexts(listed);
  if (others.length === 0) return undefined;
  const use = evidence === 'price' ? '. Energy is inferred from the usual price' : '';
  return `For some requests: ${others.join('; ')}${use}.`;
}

/** What the electricity of output costs of its price; `share` is that of the median of `wattHours`. */
export function electricityText(share: number, { low, central, high }: Range): string {
  return `${percentText(share)} of the output price (${percentText((share * low) / central)} to ${percentText((share * high) / central)})`;
}

type Measured = Pick<MeasuredRow, 'accelerator' | 'concurrentSequences' | 'joulesPerOutputToken'>;

/** What was measured of a model itself, and at which loads, which are not those of a host today. */
export function measuredText(rows: readonly Measured[]): string {
  const span = (values: readonly number[], text: (value: number) => string) => {
    const [least, most] = [Math.min(...values), Math.max(...values)].map(text);
    return least === most ? least : `${least} to ${most}`;
  };
  const joules = span(
    rows.map(({ joulesPerOutputToken }) => joulesPerOutputToken),
    (value) => quantityText(value),
  );
  const requests = span(
    rows.map(({ concurrentSequences }) => Math.round(concurrentSequences)),
    countText,
  );
  const accelerators = [...new Set(rows.map(({ accelerator }) => accelerator))];
  return `${joules} J per output token on ${new Intl.ListFormat('en').format(accelerators)} with ${requests} requests at once, in an engine of 2025`;
}

type RunSize = Pick<RunRow, 'parameters' | 'active_parameters'>;
type Served = Pick<ReleasedModel, 'served'>['served'];

/** How the place of an endpoint is known: stated, stated as sites whose shares are ours, or assumed. */
const PLACE_KNOWN = ['stated', 'sites', 'assumed'] as const;
const SOLE_PLACE: Readonly<Record<(typeof PLACE_KNOWN)[number], string>> = {
  stated: 'Its country or region is stated.',
  sites: 'Its sites are stated; how much each of them serves is assumed.',
  assumed: 'Its place is assumed.',
};
const PLACES: typeof SOLE_PLACE = {
  stated: 'the place is stated for',
  sites: 'the sites are stated without their shares for',
  assumed: 'the place is assumed for',
};

function placeKnown({
  place: { zones, zonesBasis },
}: Served['endpoints'][number]): keyof typeof PLACES {
  if (zonesBasis.statedBy === 'nobody') return 'assumed';
  return zonesBasis.how === 'assumed' || Object.keys(zones).length > 1 ? 'sites' : 'stated';
}

/** For how many endpoints somebody states the place, and whether the host itself is assumed. */
export function placesSentence({
  listed,
  endpoints,
}: Pick<Served, 'listed' | 'endpoints'>): string {
  const [sole, ...others] = endpoints;
  if (sole !== undefined && others.length === 0) {
    const host = listed || sole.host.slug === '' ? '' : 'That this host serves it is assumed. ';
    return `${host}${SOLE_PLACE[placeKnown(sole)]}`;
  }
  const parts = PLACE_KNOWN.flatMap((known) => {
    const count = endpoints.filter((endpoint) => placeKnown(endpoint) === known).length;
    return count === 0 ? [] : [`${PLACES[known]} ${count}`];
  });
  return `Of ${endpoints.length} endpoints ${new Intl.ListFormat('en').format(parts)}.`;
}

/** By how many hosts it is served and since when that is known, before their names. */
export function servedByText({ listed, retrieved, endpoints }: Served): string {
  const hosts = new Set(endpoints.map(({ host }) => host.slug)).size;
  return listed
    ? `${hosts === 1 ? 'one host' : `${hosts} hosts`} that OpenRouter listed without trouble on ${retrieved}: `
    : 'no endpoint is in the data yet; taken for it is ';
}

/** The size that a table of training runs gives a model whose size is not known here; undefined without one. */
export function runSizeText(row: RunSize | undefined): string | undefined {
  if (row?.parameters === undefined) return undefined;
  const { parameters, active_parameters: active } = row;
  const total = billionsText(parameters / 1e9);
  return active === undefined ? total : `${total}, ${billionsText(active / 1e9)} of them active`;
}

/** Which of several endpoints emits least, if that can be said. */
export function lowestSentence({ endpoints }: Pick<Served, 'endpoints'>): string {
  const lowest = endpoints.find((endpoint) => endpoint.lowest);
  return lowest === undefined
    ? `No endpoint emits less than all others with a probability above ${MARKED_ABOVE_PROBABILITY}, so none is marked: hosts differ in load, hardware and software that nobody publishes.`
    : `${[lowest.host.name, lowest.region].filter(Boolean).join(' ')} emits less than all others in ${casesText(lowest.probabilityOfLeast ?? 0)} cases, where what nobody knows of a host is sampled for each place alone.`;
}

/** What the names in the chart of a model's cases are, of which there are so many; '' where there are none. */
export function namedSentence(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? 'Named is the median of a model that many use.'
    : `Named are the medians of ${count} models that many use.`;
}

/** What the word of weight files in a size's note says, where it has one. */
export function weightFilesSentence(note: string | undefined): string {
  return note?.includes(WEIGHT_FILES_HOLD) === true
    ? 'The estimate counts the size named first; weight files may also hold what no answer passes through, such as layers that predict further tokens.'
    : '';
}
