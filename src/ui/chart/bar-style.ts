import type { RangePlaces } from './range-shape.ts';

/** The custom properties that place a range bar on its axis; `places` are per cent of its length. */
export function barStyle({ low, central, high, middleHalf }: RangePlaces): string {
  const places = middleHalf
    ? { l: low, p: middleHalf.low, m: central, q: middleHalf.high, h: high }
    : { l: low, m: central, h: high };
  return Object.entries(places)
    .map(([name, place]) => `--${name}:${Number(place.toFixed(1))}`)
    .join(';');
}
