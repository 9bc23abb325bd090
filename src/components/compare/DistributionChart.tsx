import { type ReactNode, useState, useSyncExternalStore } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import { casesText } from '../../library/cases-text.ts';
import { functionalUnitOf } from '../../query/asked-words.ts';
import { rangeIn } from '../../query/in-mass-unit.ts';
import type { MassUnit } from '../../query/mass-unit.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { ticksOf } from '../../ui/chart/log-axis.ts';
import { EVIDENCE_PATTERNS } from '../../ui/chart/range-shape.ts';
import { type AnsweredModel, isAnswered } from './compared-figures.ts';
import { axisOf, nameOf, sortedIn } from './comparison-view.ts';
import { CURVE_KINDS, type CurveKind, distributionCurves } from './distribution-curves.ts';
import { onComparison, shownComparison } from './shown-comparison.ts';

const KIND_WORDS: Readonly<Record<CurveKind, string>> = {
  cumulative: 'Probability of at most so much',
  density: 'Density',
};
/** Colour and width tell six curves apart; red is kept for the one that is pointed at. */
const LINES = [
  { stroke: 'var(--ink)', width: 2 },
  { stroke: 'var(--bar)', width: 2 },
  { stroke: 'var(--ink)', width: 1 },
  { stroke: 'var(--bar)', width: 3.5 },
  { stroke: 'var(--ink)', width: 3.5 },
  { stroke: 'var(--bar)', width: 1 },
] as const;
const HEIGHT = 320;

/** The models' distributions as curves over one axis, drawn when the reader asks for them. */
export function DistributionChart(): ReactNode {
  const comparison = useSyncExternalStore(onComparison, shownComparison, () => undefined);
  const [kind, setKind] = useState<CurveKind>('cumulative');
  const [pointed, setPointed] = useState<string | undefined>(undefined);
  const models = comparison?.figures.models.filter(isAnswered) ?? [];
  if (comparison === undefined || models.length === 0) {
    return <div className="distribution" aria-busy="true" />;
  }
  const { unit } = comparison.asked;
  const axis = axisOf(models, unit);
  const sorted = new Map(models.map((model) => [model.file.id, sortedIn(unit, model)]));
  const ticks = ticksOf(axis).filter(({ label }) => label !== undefined);
  return (
    <div className="distribution">
      <fieldset>
        <legend className="visually-hidden">What the curves show</legend>
        {CURVE_KINDS.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="curves"
              checked={choice === kind}
              onChange={() => setKind(choice)}
            />{' '}
            {KIND_WORDS[choice]}
          </label>
        ))}
      </fieldset>
      <LineChart
        responsive
        accessibilityLayer
        title={`${KIND_WORDS[kind]}, ${unit}CO2e per ${functionalUnitOf(comparison.asked)}`}
        desc="Arrow keys move along the axis. The figures stand in the tables of this page."
        style={{ width: '100%', height: HEIGHT }}
        margin={{ top: 8, right: 8, bottom: 24, left: 0 }}
        data={distributionCurves(sorted, axis, kind)}
      >
        <CartesianGrid stroke="var(--grid)" />
        <XAxis
          dataKey="carbon"
          type="number"
          scale="log"
          domain={[axis.low, axis.high]}
          allowDataOverflow
          ticks={ticks.map(({ value }) => value)}
          tick={{ fill: 'var(--ink)', fontSize: 13 }}
          stroke="var(--ink)"
          label={{
            value: `${unit}CO₂e per ${functionalUnitOf(comparison.asked)}, log scale`,
            position: 'bottom',
            fill: 'var(--ink-2)',
            fontSize: 13,
            offset: 4,
          }}
        />
        <YAxis
          width={44}
          hide={kind === 'density'}
          domain={kind === 'cumulative' ? [0, 1] : [0, 'auto']}
          tick={{ fill: 'var(--ink)', fontSize: 13 }}
          stroke="var(--ink)"
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--accent)' }}
          content={(props) => <AtCarbon {...props} models={models} unit={unit} />}
        />
        {models.map(({ file }, index) => {
          const { stroke, width } = LINES[index % LINES.length] ?? LINES[0];
          const isPointed = file.id === pointed;
          return (
            <Line
              key={file.id}
              dataKey={({ values }: { values: Record<string, number> }) => values[file.id]}
              name={file.id}
              type="monotone"
              stroke={isPointed ? 'var(--accent)' : stroke}
              strokeWidth={isPointed ? 4 : width}
              strokeDasharray={dashOf(file.evidence)}
              dot={false}
              activeDot={{ r: 3, fill: 'var(--accent)', stroke: 'none' }}
              isAnimationActive={false}
            />
          );
        })}
      </LineChart>
      <ul>
        {models.map((model, index) => (
          <Entry
            key={model.file.id}
            model={model}
            line={LINES[index % LINES.length] ?? LINES[0]}
            point={setPointed}
          />
        ))}
      </ul>
    </div>
  );
}

/** The pattern says how a model is known, as everywhere; a curve has it in twice the size. */
function dashOf(evidence: EvidenceTier): string {
  const pattern = EVIDENCE_PATTERNS[evidence];
  return pattern === undefined ? '0' : `${2 * pattern.ink} ${2 * pattern.gap}`;
}

interface EntryProps {
  model: AnsweredModel;
  line: (typeof LINES)[number];
  point: (id: string | undefined) => void;
}

/** A model in the legend; pointing at it or focusing it marks its curve. */
function Entry({ model, line, point }: EntryProps): ReactNode {
  const mark = () => point(model.file.id);
  const unmark = () => point(undefined);
  return (
    <li>
      <button
        type="button"
        onPointerEnter={mark}
        onFocus={mark}
        onPointerLeave={unmark}
        onBlur={unmark}
      >
        <svg aria-hidden="true" width="34" height="10">
          <line
            x2="34"
            y1="5"
            y2="5"
            stroke={line.stroke}
            strokeWidth={line.width}
            strokeDasharray={dashOf(model.file.evidence)}
          />
        </svg>{' '}
        {nameOf(model)}
      </button>
    </li>
  );
}

type AtCarbonProps = TooltipContentProps & {
  models: readonly AnsweredModel[];
  unit: MassUnit;
};

/** Of each model at a place on the axis: the probability of at most so much, and its figures. */
function AtCarbon({ active, payload, models, unit }: AtCarbonProps): ReactNode {
  const carbon: unknown = payload[0]?.payload?.carbon;
  if (!active || typeof carbon !== 'number') return null;
  return (
    <table className="at-grams">
      <thead>
        <tr>
          <th scope="col" />
          <th scope="col">
            at most {quantityText(carbon)} {unit}
          </th>
          <th scope="col">{unit}, median (nine in ten)</th>
          <th scope="col">Wh</th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => {
          const range = rangeIn(unit, model.estimate.gramsCO2e);
          const { wattHours } = model.estimate;
          const below = sortedIn(unit, model).filter((value) => value <= carbon).length;
          return (
            <tr key={model.file.id}>
              <th scope="row">{nameOf(model)}</th>
              <td>{casesText(below / model.sortedGrams.length)}</td>
              <td>
                {quantityText(range.central)} ({rangeText(range)})
              </td>
              <td>
                {quantityText(wattHours.central)} ({rangeText(wattHours)})
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
