import type { Range } from '../../estimation/ranges.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { axisFor, positionOn, ticksOf } from '../../ui/chart/log-axis.ts';
import { placesOf } from '../../ui/chart/range-shape.ts';
import { onPaper } from '../../ui/palette.ts';
import { CardStrokes } from './CardStrokes.tsx';
import { CARD } from './card-size.ts';

/** Several models in one card, a row each. */
export interface CardRowsProps {
  /** What the figures are, above their axis. */
  unit: string;
  rows: readonly CardRow[];
}

export interface CardRow {
  name: string;
  range: Range;
  evidence: EvidenceTier;
}

const LEFT = 80;
const RIGHT = CARD.width - 80;
const CHART = { left: 440, right: 830 };
const TOP = 296;
/** From the first row to the last. */
const HEIGHT = 215;
const MOST_ROW = 70;
/** More would run into the foot. */
export const MOST_CARD_ROWS = 6;
/** As wide as a letter of the type is on average, of its size. */
const LETTER = 0.52;

/** The rows of a card with the axis that they share; those beyond the sixth have no room. */
export function CardRows({ unit, rows }: CardRowsProps) {
  const shown = rows.slice(0, MOST_CARD_ROWS);
  const axis = axisFor(shown.map(({ range }) => range));
  const x = (value: number) =>
    CHART.left + ((CHART.right - CHART.left) * positionOn(axis, value)) / 100;
  const ticks = ticksOf(axis).filter(({ label }) => label !== undefined);
  const row = Math.min(MOST_ROW, HEIGHT / Math.max(1, shown.length - 1));
  const bottom = TOP + (shown.length - 1) * row + 18;
  return (
    <g>
      <text x={LEFT} y={TOP - 34} fontSize={22} fill={onPaper('ink-2')}>
        {unit}
      </text>
      {ticks.map(({ value, label }) => (
        <g key={value}>
          <line
            x1={x(value)}
            x2={x(value)}
            y1={TOP - 26}
            y2={bottom}
            stroke={onPaper('hair')}
            strokeWidth={2}
          />
          <text x={x(value)} y={TOP - 34} fontSize={20} textAnchor="middle" fill={onPaper('ink-2')}>
            {label}
          </text>
        </g>
      ))}
      {shown.map(({ name, range, evidence }, index) => {
        const y = TOP + index * row;
        return (
          <g key={name}>
            <text x={LEFT} y={y + 9} fontSize={sizeFor(name)} fontWeight={600}>
              {name}
            </text>
            <CardStrokes places={placesOf(range, x)} y={y} scale={2} evidence={evidence} />
            <text x={RIGHT} y={y + 9} fontSize={28} textAnchor="end" fontWeight={600}>
              {quantityText(range.central)}
              <tspan fontWeight={400} fill={onPaper('ink-2')}>
                {`\u00a0(${rangeText(range)})`}
              </tspan>
            </text>
          </g>
        );
      })}
    </g>
  );
}

function sizeFor(name: string): number {
  return Math.min(28, Math.floor((CHART.left - LEFT - 20) / (LETTER * name.length)));
}
