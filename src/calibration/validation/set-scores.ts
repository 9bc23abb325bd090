import { mean, quantileSorted, standardDeviation } from 'simple-statistics';
import type { AcceleratorEnergyFile } from '../../catalog/factor-files.ts';
import { fitWithout, type LeaveOutUnit, type LeftOutFits } from '../energy/leave-out.ts';
import type { MeasuredPoint } from '../energy/measured-points.ts';
import { pointJoules } from '../energy/row-prediction.ts';
import { runErrorSdLn } from '../energy/run-error.ts';

/** How measured energy compares with the predicted, rows counting the same. Shares are of 1. */
export interface RatioFigures {
  rows: number;
  medianMeasuredOverPredicted: number;
  geometricMeanMeasuredOverPredicted: number;
  /** Standard deviation of ln(measured / predicted). */
  sdLn: number;
  /** Within a quarter more or less: x1.25 either way. */
  withinQuarterShare: number;
  withinFactorTwoShare: number;
  insideRangeShare: number;
  /** Median of the 90 % range's upper over its lower end. */
  medianRangeHighOverLow: number;
}

/** The rows of a set, or some of them, predicted by fits without their architecture or accelerator. */
export interface SetScore {
  set: MeasuredPoint['set'];
  leftOut: LeaveOutUnit;
  /** What the rows have in common. */
  by: 'set' | 'left out' | 'class' | 'tokens per second';
  name: string;
  figures: RatioFigures;
}

/** Upper ends of the speed bands, tokens per second of one answer. */
const SPEED_BANDS = [20, 50, 100];

/**
 * Scores the rows of each set as predicted by the fits without their architecture (or accelerator): all
 * of a set, and by what was left out, by class and by speed.
 */
export function scoreSets(
  points: readonly MeasuredPoint[],
  unit: LeaveOutUnit,
  fits: LeftOutFits,
): SetScore[] {
  const predicted = points.map((point) => ({ point, ...predict(point, unit, fits) }));
  return [...Map.groupBy(predicted, ({ point }) => point.set)].flatMap(([set, ofSet]) => {
    const scores = (by: SetScore['by'], nameOf: (point: MeasuredPoint) => string) =>
      [...Map.groupBy(ofSet, ({ point }) => nameOf(point))]
        .toSorted(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
        .map(
          ([name, rows]): SetScore => ({
            set,
            leftOut: unit,
            by,
            name,
            figures: figuresOf(rows),
          }),
        );
    return [
      ...scores('set', () => 'all'),
      ...scores('left out', (point) => point[unit]),
      ...scores('class', ({ servingClass }) => servingClass),
      ...scores('tokens per second', ({ secondsPerOutputToken }) =>
        speedBand(1 / secondsPerOutputToken),
      ),
    ];
  });
}

interface Prediction {
  /** ln(measured / predicted). */
  errorLn: number;
  /** Half the width of the 90 % range, in the logarithm. */
  halfWidthLn: number;
}

function predict(point: MeasuredPoint, unit: LeaveOutUnit, fits: LeftOutFits): Prediction {
  const file: AcceleratorEnergyFile = fitWithout(point, unit, fits);
  const { size, architecture, point: at } = point.run(file);
  const sdLn = runErrorSdLn(file, {
    architectureKnown: architecture !== undefined,
    mixture: size.mixtureOfExperts,
    engine: at.engine,
    disaggregated: at.disaggregated,
    foreign: false,
  });
  return {
    errorLn: Math.log(point.joulesPerOutputToken / pointJoules(point, file)),
    halfWidthLn: file.studentT90 * sdLn,
  };
}

function figuresOf(rows: readonly Prediction[]): RatioFigures {
  const errors = rows.map(({ errorLn }) => errorLn).toSorted((one, other) => one - other);
  const widths = rows.map(({ halfWidthLn }) => halfWidthLn).toSorted((one, other) => one - other);
  const within = (factor: number) =>
    errors.filter((error) => Math.abs(error) <= Math.log(factor)).length / rows.length;
  return {
    rows: rows.length,
    medianMeasuredOverPredicted: Math.exp(quantileSorted(errors, 0.5)),
    geometricMeanMeasuredOverPredicted: Math.exp(mean(errors)),
    sdLn: standardDeviation(errors),
    withinQuarterShare: within(1.25),
    withinFactorTwoShare: within(2),
    insideRangeShare:
      rows.filter(({ errorLn, halfWidthLn }) => Math.abs(errorLn) <= halfWidthLn).length /
      rows.length,
    medianRangeHighOverLow: Math.exp(2 * quantileSorted(widths, 0.5)),
  };
}

function speedBand(tokensPerSecond: number): string {
  const index = SPEED_BANDS.findIndex((upper) => tokensPerSecond < upper);
  return index === -1
    ? `${SPEED_BANDS.at(-1)} and more`
    : `${SPEED_BANDS[index - 1] ?? 0} to ${SPEED_BANDS[index]}`;
}
