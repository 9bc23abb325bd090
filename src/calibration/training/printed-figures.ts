import type { KnownRun } from '../../catalog/training/known-run.ts';
import type { TrainingStatement } from '../../catalog/training-statement.ts';
import {
  estimateTraining,
  TRAINING_TIERS,
  type TrainingBoundary,
  type TrainingEstimate,
  type TrainingFacts,
  type TrainingTier,
} from '../../estimation/training/estimate.ts';

/** A maker's printed tonnes, and what we compute with more and more of what it states hidden. */
export interface PrintedFigure {
  run: KnownRun;
  statement: TrainingStatement;
  maker: string;
  /** As printed, tCO2e. */
  tonnes: number;
  /** What the maker counted: metered servers are a facility, all else accelerators. */
  boundary: TrainingBoundary;
  /** The estimate from that tier's knowledge alone, where the run has it. */
  byTier: Partial<Record<TrainingTier, TrainingEstimate>>;
}

/**
 * Every final run whose maker prints tonnes that can be compared: of one run, not doubted, not by
 * contracts. The stated energy is never used, and the grid is the country's mean, so that nothing of
 * the printed figure is in the computed one.
 */
export function printedFigures(runs: readonly KnownRun[]): PrintedFigure[] {
  return runs.flatMap((run) =>
    run.statements.flatMap(([, statement]): PrintedFigure[] => {
      const { tonnesCO2e: tonnes, statedBy, counts, doubt, accounting, energy } = statement;
      const { facts } = run.basis;
      if (
        typeof tonnes !== 'number' ||
        facts === undefined ||
        statedBy !== 'maker' ||
        counts !== 'final-runs' ||
        doubt !== undefined ||
        accounting === 'market-based'
      ) {
        return [];
      }
      const boundary = energy?.counts === 'system' ? 'facility' : 'as-makers-count';
      const byTier = Object.fromEntries(
        TRAINING_TIERS.flatMap((tier) => {
          const estimate = estimateTraining(onlyWith(tier, facts), boundary);
          return estimate === undefined ? [] : [[tier, estimate]];
        }),
      );
      return [{ run, statement, maker: statement.maker, tonnes, boundary, byTier }];
    }),
  );
}

/** Facts with all hidden but what a tier rests on. */
function onlyWith(tier: TrainingTier, facts: TrainingFacts): TrainingFacts {
  return {
    ...facts,
    energy: undefined,
    chipHours: tier === 'hours' ? facts.chipHours : undefined,
    flop: tier === 'operations' ? facts.flop : undefined,
    size: tier === 'parameters' ? facts.size : undefined,
  };
}
