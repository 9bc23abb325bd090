import type { RangePlaces } from './range-shape.ts';

/** The custom properties that place a range bar on its axis; `places` are per cent of its length. */
export function barStyle({ low, central, high }: RangePlaces): string {
  const [l, m, h] = [low, central, high].map((place) => Number(place.toFixed(2)));
  return `--l:${l};--m:${m};--h:${h}`;
}
