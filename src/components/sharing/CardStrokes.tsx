import type { EvidenceTier } from '../../estimation/tier.ts';
import { type RangePlaces, rangeStrokes } from '../../ui/chart/range-shape.ts';
import { onPaper } from '../../ui/palette.ts';

interface Props {
  places: RangePlaces;
  y: number;
  /** How many times as large as in a table the range is drawn. */
  scale: number;
  evidence: EvidenceTier;
}

/** A range as lines of a picture. */
export function CardStrokes({ places, y, scale, evidence }: Props) {
  return rangeStrokes(places, { y, scale, evidence }).map(
    ({ part, width, colour, dashes, ...ends }) => (
      <line
        key={part}
        {...ends}
        stroke={onPaper(colour)}
        strokeWidth={width}
        strokeDasharray={dashes?.join(' ')}
      />
    ),
  );
}
