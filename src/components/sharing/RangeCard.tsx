import type { Range } from '../../estimation/ranges.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { type LogAxis, positionOn, ticksOf } from '../../ui/chart/log-axis.ts';
import { placesOf } from '../../ui/chart/range-shape.ts';
import { onPaper } from '../../ui/palette.ts';
import { CardRows, type CardRowsProps } from './CardRows.tsx';
import { CardStrokes } from './CardStrokes.tsx';
import { CARD } from './card-size.ts';

/** A picture for links to a page: its name and, where it is about one figure, the range drawn. */
export interface CardProps {
  title: string;
  /** Beneath the title, in smaller type. */
  line: string;
  /** At the foot: since which release it holds, and by which method. */
  foot: string;
  /** Of the page that says more. */
  address: string;
  figure?: { range: Range; evidence: EvidenceTier; axis: LogAxis } | undefined;
  /** Where it is about several: each in a row. */
  several?: CardRowsProps | undefined;
}

const LEFT = 80;
const RIGHT = CARD.width - 80;
const BAR_Y = 400;

/** How many times as large as in a table the range is drawn. */
const SCALE = 4;

const INK = { text: onPaper('ink'), second: onPaper('ink-2'), hair: onPaper('hair') };

export function RangeCard({ title, line, foot, address, figure, several }: CardProps) {
  const brandY = several === undefined ? 90 : 70;
  const titleY = several === undefined ? 190 : 144;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={CARD.width}
      height={CARD.height}
      fontFamily="Source Sans 3, Helvetica Neue, Arial, sans-serif"
      fill={INK.text}
    >
      <title>{title}</title>
      <rect width="100%" height="100%" fill={onPaper('paper')} />
      <text x={LEFT} y={brandY} fontSize={30} fontWeight={600} fill={INK.second}>
        LLM Carbon Index
      </text>
      <text x={RIGHT} y={brandY} fontSize={24} textAnchor="end" fill={INK.second}>
        {address}
      </text>
      <text
        x={LEFT}
        y={titleY}
        fontSize={Math.min(titleSize(title), several === undefined ? 76 : 52)}
        fontWeight={600}
      >
        {title}
      </text>
      <text x={LEFT} y={titleY + 62} fontSize={lineSize(line)} fill={INK.second}>
        {line}
      </text>
      {figure !== undefined && <Figure {...figure} />}
      {several !== undefined && <CardRows {...several} />}
      <text x={LEFT} y={CARD.height - 50} fontSize={26} fill={INK.second}>
        {foot}
      </text>
    </svg>
  );
}

/** Long names in smaller type, since nothing breaks a line here. */
function titleSize(title: string): number {
  return Math.min(76, Math.floor((RIGHT - LEFT) / (0.52 * title.length)));
}

function lineSize(line: string): number {
  return Math.min(32, Math.floor((RIGHT - LEFT) / (0.47 * line.length)));
}

function Figure({ range, evidence, axis }: NonNullable<CardProps['figure']>) {
  const x = (value: number) => LEFT + ((RIGHT - LEFT) * positionOn(axis, value)) / 100;
  const places = placesOf(range, x);
  const ticks = ticksOf(axis).filter(({ label }) => label !== undefined);
  return (
    <g>
      <text x={LEFT} y={330} fontSize={44} fontWeight={600}>
        {quantityText(range.central)} gCO₂e{' '}
        <tspan fontWeight={400} fill={INK.second}>
          ({rangeText(range)}) per 1000 output tokens
        </tspan>
      </text>
      <CardStrokes places={places} y={BAR_Y} scale={SCALE} evidence={evidence} />
      <line x1={LEFT} x2={RIGHT} y1={470} y2={470} stroke={INK.hair} strokeWidth={2} />
      {ticks.map(({ value, label }) => (
        <g key={value}>
          <line x1={x(value)} x2={x(value)} y1={464} y2={476} stroke={INK.second} strokeWidth={2} />
          <text x={x(value)} y={508} fontSize={26} textAnchor="middle" fill={INK.second}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}
