import type { FrontStep } from '../estimation/frontier.ts';
import type { Range } from '../estimation/ranges.ts';
import { AGAINST_WORDS, type Against } from './against.ts';
import type { Asked } from './asked.ts';
import { modelHeldAgainst, withoutFigure } from './choice.ts';
import { coreWorker } from './core-worker.ts';
import { askedOfModels } from './estimates.ts';
import { rangeIn } from './in-mass-unit.ts';
import { knownNames } from './known-names.ts';

/** The Pareto front of quality against carbon among some models, as asked. */
export interface AskedFront {
  /** Of all models that have a figure, by id: in the unit asked for, or multiples of what they are held against. */
  carbon: ReadonlyMap<string, Range>;
  /** What they are multiples of, in words that follow “times”; undefined where they are masses. */
  heldAgainst: string | undefined;
  /** Of each competing model that has a figure: how often it is on the front. */
  probabilities: ReadonlyMap<string, number>;
  steps: readonly FrontStep[];
  meanSize: number;
  /** The models that get no figure, with the reason. */
  leftOut: ReadonlyMap<string, string>;
}

/** Whom a front is among, and what its figures are. */
export interface FrontWanted {
  /** On the scale of one index, by id. */
  qualities: ReadonlyMap<string, number>;
  /** Those among whom the front is. */
  competing: ReadonlySet<string>;
  /** What the figures are multiples of; empty where they are masses. */
  against: Against | '';
  /** What the link says, the model in use among it. */
  search: string;
}

/**
 * Computes the front as a reader asks, in a thread of its own, by the core that made the release.
 * Rejects as `estimatesFor` does, and where there is nothing to hold the figures against.
 */
export async function frontFor(
  asked: Asked,
  { qualities, competing, against, search }: FrontWanted,
): Promise<AskedFront> {
  const inUse = against === 'now' ? await modelHeldAgainst(search) : undefined;
  const heldAgainst =
    against === 'typical'
      ? (await knownNames()).models.map(({ id }) => id)
      : inUse === undefined
        ? []
        : [inUse.id];
  const ids = new Set([...qualities.keys(), ...heldAgainst]);
  const { scenario, workloads, leftOut } = await askedOfModels(asked, [...ids]);
  if (inUse !== undefined && !workloads.has(inUse.id)) throw withoutFigure(inUse);
  const answer = await coreWorker
    .ask({ wanted: 'front', scenario, workloads, qualities, competing, heldAgainst })
    .answer('front');
  const { probabilities, steps, meanSize } = answer.front;
  const inUnit = (carbon: Range) => (against === '' ? rangeIn(asked.unit, carbon) : carbon);
  return {
    carbon: new Map([...answer.carbon].map(([id, carbon]) => [id, inUnit(carbon)])),
    heldAgainst: against === 'typical' ? AGAINST_WORDS.typical : inUse?.name,
    probabilities: new Map(answer.ids.map((id, position) => [id, probabilities[position] ?? 0])),
    steps: steps.map(({ quality, carbon }) => ({ quality, carbon: inUnit(carbon) })),
    meanSize,
    leftOut,
  };
}
