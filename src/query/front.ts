import type { FrontStep } from '../estimation/frontier.ts';
import type { Range } from '../estimation/ranges.ts';
import type { Asked } from './asked.ts';
import { coreWorker } from './core-worker.ts';
import { askedOfModels } from './estimates.ts';

/** The Pareto front of quality against carbon among some models, as asked. */
export interface AskedFront {
  /** Of all models that have a figure, by id. */
  gramsCO2e: ReadonlyMap<string, Range>;
  /** Of each competing model that has a figure: how often it is on the front. */
  probabilities: ReadonlyMap<string, number>;
  steps: readonly FrontStep[];
  meanSize: number;
  /** The models that get no figure, with the reason. */
  leftOut: ReadonlyMap<string, string>;
}

/**
 * Computes the front as a reader asks, in a thread of its own, by the core that made the release:
 * `qualities` are on the scale of one index, by id, `competing` the ids of those among whom the front
 * is. Rejects as `estimatesFor` does.
 */
export async function frontFor(
  asked: Asked,
  qualities: ReadonlyMap<string, number>,
  competing: ReadonlySet<string>,
): Promise<AskedFront> {
  const { scenario, workloads, leftOut } = await askedOfModels(asked, [...qualities.keys()]);
  const { gramsCO2e, front, ids } = await coreWorker
    .ask({ wanted: 'front', scenario, workloads, qualities, competing })
    .answer('front');
  const { probabilities, steps, meanSize } = front;
  return {
    gramsCO2e,
    probabilities: new Map(ids.map((id, position) => [id, probabilities[position] ?? 0])),
    steps,
    meanSize,
    leftOut,
  };
}
