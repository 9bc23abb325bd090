import type { Range } from '../../estimation/ranges.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { type LogAxis, positionOn, ticksOf } from '../../ui/chart/log-axis.ts';
import { placesOf, rangeStrokes } from '../../ui/chart/range-shape.ts';
import { onPaper } from '../../ui/palette.ts';
import { CARD } from './card-size.ts';

/** A picture for links to a page: its name and, where it is about one figure, the range drawn. */
export interface CardProps {
  title: string;
  /** Beneath the title, in smaller type. */
  line: string;
  /** At the foot: release and method. */
  foot: string;
  figure?: { range: Range; evidence: EvidenceTier; axis: LogAxis } | undefined;
}

const LEFT = 80;
const RIGHT = CARD.width - 80;
const BAR_Y = 400;

/** How many times as large as in a table the range is drawn. */
const SCALE = 4;

const INK = { text: onPaper('ink'), second: onPaper('ink-2'), hair: onPaper('hair') };

export function RangeCard({ title, line, foot, figure }: CardProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={CARD.width}
      height={CARD.height}
      fontFamily="Source Sans 3"
      fill={INK.text}
    >
      <title>{title}</title>
      <rect width="100%" height="100%" fill={onPaper('paper')} />
      <text x={LEFT} y={90} fontSize={30} fontWeight={600} fill={INK.second}>
        LLM Carbon Index
      </text>
      <text x={LEFT} y={190} fontSize={titleSize(title)} fontWeight={600}>
        {title}
      </text>
      <text x={LEFT} y={252} fontSize={32} fill={INK.second}>
        {line}
      </text>
      {figure !== undefined && <Figure {...figure} />}
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
      {rangeStrokes(places, { y: BAR_Y, scale: SCALE, evidence }).map(
        ({ part, width, colour, dashes, ...ends }) => (
          <line
            key={part}
            {...ends}
            stroke={onPaper(colour)}
            strokeWidth={width}
            strokeDasharray={dashes?.join(' ')}
          />
        ),
      )}
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
