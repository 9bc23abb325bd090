import type { Choice } from '../estimation/choice.ts';
import type { EmissionClass } from '../estimation/emission-class.ts';
import type { ModelEstimate, WorkloadEstimate } from '../estimation/estimate.ts';
import type { Front } from '../estimation/frontier.ts';
import type { Range } from '../estimation/ranges.ts';
import type { Scenario } from '../estimation/scenario.ts';
import type { Workload } from '../estimation/workload.ts';
import type { Failure } from './worker-client.ts';

/** What is asked of models, and of which. */
export interface ModelsAsked {
  step: number;
  scenario: Scenario;
  /** What is asked of each model; a model that is not here is not estimated. */
  workloads: ReadonlyMap<string, Workload>;
}

/** Asks for the figures of models. */
export interface EstimatesRequest extends ModelsAsked {
  wanted: 'estimates';
  /** Whether a thousand tokens of every kind shall be estimated, too. */
  everyKind: boolean;
  /** Whether it shall be told where each stands among these models. */
  standing: boolean;
  /** With that: the model that each shall be held against, too; undefined for none. */
  inUse: string | undefined;
}

/** Asks which of some models emit least. */
export interface ChoiceRequest extends ModelsAsked {
  wanted: 'choice';
  /** Those to choose from; all have a workload. */
  candidates: readonly string[];
  /** The model that they are held against; undefined for the one that emits most of them. */
  inUse: string | undefined;
}

/** Asks which of some models no other equals in quality for less carbon. */
export interface FrontRequest extends ModelsAsked {
  wanted: 'front';
  /** On the scale of an index, by id; who is asked for nothing is left out. */
  qualities: ReadonlyMap<string, number>;
  /** Those that compete; of the others the figures alone are wanted. */
  competing: ReadonlySet<string>;
  /** The models whose typical one all figures shall be multiples of; of none they are grams. */
  heldAgainst: readonly string[];
}

export type WorkerRequest = EstimatesRequest | ChoiceRequest | FrontRequest;

/** One model's figures. */
export interface AskedEstimate {
  asked: WorkloadEstimate;
  everyKind?: ModelEstimate;
  standing?: Standing;
}

/** Where a model stands among others. */
interface Standing {
  emissionClass: EmissionClass;
  /** Its gCO2e over that of the typical model. */
  timesTypicalModel: Range;
  /** Over that of the model in use, where one was named that can do the same. */
  timesModelInUse?: Range;
}

export type WorkerAnswer =
  | { step: number; kind: 'estimates'; estimates: ReadonlyMap<string, AskedEstimate> }
  | {
      step: number;
      kind: 'choice';
      choice: Choice | undefined;
      candidates: readonly string[];
      inUseGramsCO2e: Range | undefined;
    }
  | {
      step: number;
      kind: 'front';
      /** In gCO2e, or multiples of what they were held against. */
      carbon: ReadonlyMap<string, Range>;
      front: Front;
      /** Whom the probabilities are of. */
      ids: readonly string[];
    }
  | Failure;
