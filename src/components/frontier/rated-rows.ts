import { EVIDENCE_TIERS } from '../../estimation/tier.ts';
import { casesText } from '../../library/cases-text.ts';
import { linkedId } from '../../query/linked-id.ts';
import type { ModelKeys } from '../../query/model-filters.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { isOnFront } from '../../text/probabilities.ts';
import type { FrontPoint, RatedPoint } from './front-points.ts';

/** A row of the table, with what is known of its model. */
export interface RatedRow {
  element: HTMLTableRowElement;
  point: RatedPoint;
  keys: ModelKeys;
  /** What the page was served with; undefined where that is no figure. */
  served: FrontPoint | undefined;
}

/** Reads the rows that the server has drawn. */
export function readRated(root: ParentNode): RatedRow[] {
  return [...root.querySelectorAll<HTMLTableRowElement>('tr[data-rated]')].map((element) => {
    const { provider = '', evidence = '', weights = '', features = '', ...data } = element.dataset;
    const link = element.querySelector('a');
    const point: RatedPoint = {
      id: link === null ? '' : linkedId(link),
      name: link?.textContent?.trim() ?? '',
      makerName: element.querySelector('.gloss')?.textContent?.trim() ?? '',
      evidence: EVIDENCE_TIERS.find((tier) => tier === evidence) ?? 'price',
      quality: Number(element.querySelector<HTMLElement>('td.index')?.dataset.sortValue),
      isWellKnown: data.known !== undefined,
    };
    const [low = 0, central = 0, high = 0, probabilityOnFront] = (data.figure ?? '')
      .split(' ')
      .map(Number);
    return {
      element,
      point,
      keys: {
        provider,
        evidence,
        weights,
        features: features.split(' '),
        contextTokens: Number(data.context ?? 0),
        usdPerMillionTokens: data.price === undefined ? undefined : Number(data.price),
      },
      served:
        data.figure === undefined
          ? undefined
          : { ...point, carbon: { low, central, high }, probabilityOnFront },
    };
  });
}

/** Writes a model's figure into its row, or why it has none. */
export function writeRow(
  { element }: RatedRow,
  point: FrontPoint | undefined,
  because: string | undefined,
): void {
  const write = (cell: string, text: string, sortValue: string) => {
    const place = element.querySelector<HTMLElement>(`td.${cell}`);
    if (place === null) return;
    place.textContent = text;
    place.dataset.sortValue = sortValue;
  };
  const range = point?.carbon;
  const share = point?.probabilityOnFront;
  write('median', range ? quantityText(range.central) : '', range?.central.toPrecision(4) ?? '');
  write(
    'spread',
    range ? rangeText(range) : (because ?? ''),
    range ? (range.high / range.low).toPrecision(4) : '',
  );
  write('front', share === undefined ? '' : casesText(share), share?.toFixed(4) ?? '');
  const front = element.querySelector('td.front');
  if (front !== null && share !== undefined) {
    const phone = document.createElement('span');
    phone.className = 'phone';
    phone.textContent = 'On the front in';
    front.prepend(phone, ' ');
  }
  element.classList.toggle('on', isOnFront(share ?? 0));
}
