import type { Range } from '../../estimation/ranges.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { type LogAxis, positionOn, ticksOf } from '../../ui/chart/log-axis.ts';
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

/** Stroke patterns of the evidence tiers: the less is known, the less ink. */
const DASHES: Readonly<Record<EvidenceTier, string | undefined>> = {
  measured: undefined,
  architecture: '42 14',
  parameters: '20 16',
  price: '6 14',
};

/** The colours of paper, whatever the reader's system. */
const INK = {
  text: '#16181b',
  second: '#4a5057',
  bar: '#767f88',
  median: '#b3261e',
  hair: '#d3d6d9',
};

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
      <rect width="100%" height="100%" fill="#ffffff" />
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
  const ticks = ticksOf(axis).filter(({ label }) => label !== undefined);
  return (
    <g>
      <text x={LEFT} y={330} fontSize={44} fontWeight={600}>
        {quantityText(range.central)} gCO₂e{' '}
        <tspan fontWeight={400} fill={INK.second}>
          ({rangeText(range)}) per 1000 output tokens
        </tspan>
      </text>
      <g stroke={INK.bar} strokeWidth={6}>
        <line x1={x(range.low)} x2={x(range.low)} y1={BAR_Y - 30} y2={BAR_Y + 30} />
        <line x1={x(range.high)} x2={x(range.high)} y1={BAR_Y - 30} y2={BAR_Y + 30} />
        <line
          x1={x(range.low)}
          x2={x(range.high)}
          y1={BAR_Y}
          y2={BAR_Y}
          strokeWidth={18}
          strokeDasharray={DASHES[evidence]}
        />
      </g>
      <line
        x1={x(range.central)}
        x2={x(range.central)}
        y1={BAR_Y - 40}
        y2={BAR_Y + 40}
        stroke={INK.median}
        strokeWidth={10}
      />
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
