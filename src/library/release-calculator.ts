import { type Boundary, PUBLISHED_BOUNDARY } from '../estimation/boundary.ts';
import { compareWorkloads, type PairComparison } from '../estimation/comparison.ts';
import {
  drawModel,
  estimateWorkload,
  type WorkloadEstimate,
  workloadDraws,
  workloadRanges,
} from '../estimation/estimate.ts';
import { type EstimationInput, type Preparation, prepare } from '../estimation/preparation.ts';
import { underScenario } from '../estimation/scenario.ts';
import { totalDraws } from '../estimation/total.ts';
import type { Workload } from '../estimation/workload.ts';
import { checkBounds, OutOfBounds, told, unread } from './bounds.ts';
import { checkNeeds } from './check-needs.ts';
import { inputsById } from './estimation-inputs.ts';
import { type Certain, type ModelFinder, modelFinder, type Resolution } from './find-model.ts';
import { gridSite } from './grid-site.ts';
import { METHOD_VERSION } from './method-version.ts';
import type { NamedModel } from './model-names.ts';
import type { ModelNeeds } from './model-needs.ts';
import { isPackagedRelease, type PackagedModel, type PackagedRelease } from './packaged-release.ts';
import { ableModels, type Recommendation, recommendation } from './recommendation.ts';
import { unresolvedWords } from './resolution-words.ts';

/** What a caller sets in place of what is known of the hosts; absent is as served. */
export interface Circumstances {
  /** A zone of Electricity Maps by code or name, or gCO2e per kWh taken as exact. */
  grid?: string | number | undefined;
  /** Power usage effectiveness, taken as exact. */
  powerUsageEffectiveness?: number | undefined;
  /** How far to count; as published where absent. */
  boundary?: Boundary | undefined;
}

/** A text that is no model's name, or not one model's alone. */
export class UnknownModel extends Error {
  /** The ids that may be meant, the likeliest first. */
  readonly nearest: readonly string[];

  constructor(text: string, unresolved: Exclude<Resolution<PackagedModel>, { kind: 'found' }>) {
    super(unresolvedWords(text, unresolved, ({ id }) => id));
    this.name = 'UnknownModel';
    this.nearest = unresolved.candidates.map(({ id }) => id);
  }
}

/** The release was made by another version of the method than this code computes. */
export class OtherMethod extends Error {
  constructor({ release, methodVersion }: PackagedRelease) {
    super(
      `Release ${release} was made by method ${methodVersion}, and this package computes method ${METHOD_VERSION}: its figures would be others than those published. Use the version of the package that goes with the release`,
    );
    this.name = 'OtherMethod';
  }
}

/** A request that does not fit into the model's context. */
export class TooLong extends Error {
  constructor(tokens: number, { id, contextTokens }: PackagedModel) {
    super(
      `A request of ${tokens} tokens does not fit into the context of ${id}, ${contextTokens} tokens. Tokens are those of one request; multiply its figures for many`,
    );
    this.name = 'TooLong';
  }
}

/** What callers without types hand over in the place of a name: a list of one is no name. */
function textOf(text: unknown): string {
  return typeof text === 'string' ? text : told(text);
}

/** Computes with one release, as the site does. The draws are made once. */
export class ReleaseCalculator {
  readonly #release: PackagedRelease;
  readonly #inputs: ReadonlyMap<string, EstimationInput>;
  readonly #preparation: Preparation;
  readonly #finder: ModelFinder<PackagedModel & NamedModel>;

  /**
   * Throws OtherMethod where the release was made by another version of the method, and OutOfBounds where
   * it is none.
   */
  constructor(release: PackagedRelease) {
    if (!isPackagedRelease(release)) {
      throw new OutOfBounds([
        `the release is ${told(release)}; the object of release.json or calculation.json was expected`,
      ]);
    }
    if (release.methodVersion !== METHOD_VERSION) throw new OtherMethod(release);
    this.#release = release;
    this.#inputs = inputsById(release);
    this.#preparation = prepare(release.method);
    this.#finder = modelFinder(
      release.models.map((model) => ({ ...model, variants: model.otherIds })),
    );
  }

  /**
   * What a text is taken for: an id, a name as people write it, or one that an export, a gateway or a
   * cloud has for a model. Never a model that it may not mean; then it says which it may.
   */
  resolve(text: string): Resolution<PackagedModel> {
    return this.#finder.resolve(textOf(text));
  }

  /** The same without what may be meant, for the many names of an export. */
  find(text: string): Certain<PackagedModel & NamedModel> | undefined {
    return this.#finder.find(textOf(text));
  }

  /** The model that a text means. Throws UnknownModel where it means none, or may mean another. */
  model(text: string): PackagedModel {
    const resolution = this.resolve(text);
    if (resolution.kind === 'found') return resolution.model;
    throw new UnknownModel(textOf(text), resolution);
  }

  /**
   * What tokens take: gCO2e, Wh and mL of water, each as 5th, 50th and 95th percentile. With
   * `requests: 1` they are one request at its own context; without, they stand at the context of the
   * published figures, so that a thousand output tokens give the published range. Throws UnknownModel,
   * UnknownGrid, TooLong, and OutOfBounds where a value is no number that could be meant.
   */
  estimate(id: string, request: Workload, circumstances: Circumstances = {}): WorkloadEstimate {
    const { input } = this.#under(id, request, circumstances);
    const { boundary = PUBLISHED_BOUNDARY } = circumstances;
    return estimateWorkload(input, request, this.#preparation, boundary);
  }

  /**
   * Compares what one request emits with two models, in draws that keep in common what both share:
   * the probability that the first emits less, and the range of first over second. Throws as
   * `estimate` does.
   */
  compare(
    first: string,
    second: string,
    request: Workload,
    circumstances: Circumstances = {},
  ): PairComparison {
    const one = { ...this.#under(first, request, circumstances), workload: request };
    const other = { ...this.#under(second, request, circumstances), workload: request };
    const { boundary = PUBLISHED_BOUNDARY } = circumstances;
    return compareWorkloads(one, other, this.#preparation, boundary);
  }

  /**
   * What several models take together, added up draw by draw. Throws UnknownModel, UnknownGrid and
   * OutOfBounds; the tokens of a line may be of many requests.
   */
  total(
    lines: readonly { id: string; workload: Workload }[],
    circumstances: Circumstances = {},
  ): WorkloadEstimate {
    // A place that is left free in a list is passed over by some of its methods.
    const given: readonly unknown[] = Array.isArray(lines) ? [...lines] : [undefined];
    if (given.some((line) => typeof line !== 'object' || line === null)) {
      throw new OutOfBounds(['lines: a list of objects, each with id and workload, was expected']);
    }
    const foreign = lines.flatMap((line) => unread('a line', line, ['id', 'workload']));
    if (foreign.length > 0) throw new OutOfBounds(foreign);
    const workloads = lines.map(({ id, workload }) => {
      checkBounds(workload, circumstances);
      return { input: this.#input(this.model(id), circumstances), workload };
    });
    return workloadRanges(totalDraws(workloads, this.#preparation, circumstances.boundary));
  }

  /** Whether two ids are one model under several terms of sale, so that all their figures are the same. */
  isOneModel(first: string, second: string): boolean {
    const [one, other] = [first, second].map((text) => {
      const { id } = this.model(text);
      return this.#inputs.get(id)?.drawnAs ?? id;
    });
    return one === other;
  }

  /**
   * Which of the models that can do what is needed emit least, by one request, as the site chooses.
   * They are held against the model in use, where one is named, else against the one that emits most.
   * Undefined where no model is known to do all of it. Throws as `estimate` does, but never TooLong,
   * and AbilitiesUnknown.
   */
  recommend(
    needs: ModelNeeds,
    request: Workload,
    circumstances: Circumstances = {},
    inUse?: string,
  ): Recommendation | undefined {
    checkNeeds(needs);
    checkBounds(request, circumstances);
    const candidates = ableModels(this.#release, needs, request);
    const columnOf = (model: PackagedModel) =>
      workloadDraws(
        drawModel(this.#input(model, circumstances), this.#preparation),
        request,
        circumstances.boundary,
      ).gramsCO2e;
    return recommendation(
      candidates,
      candidates.map(columnOf),
      inUse === undefined ? undefined : columnOf(this.model(inUse)),
    );
  }

  #under(text: string, request: Workload, circumstances: Circumstances) {
    checkBounds(request, circumstances);
    const model = this.model(text);
    const tokens = request.inputTokens + request.cachedInputTokens + request.outputTokens;
    if (model.contextTokens !== undefined && tokens > model.contextTokens) {
      throw new TooLong(tokens, model);
    }
    return { input: this.#input(model, circumstances) };
  }

  /** What a model is estimated from, where it is served under these circumstances. */
  #input({ id }: PackagedModel, circumstances: Circumstances): EstimationInput {
    const { grid, powerUsageEffectiveness, boundary } = circumstances;
    const input = this.#inputs.get(id);
    if (input === undefined) throw new UnknownModel(id, { kind: 'nothing', candidates: [] });
    const put = underScenario({
      site: grid === undefined ? undefined : gridSite(grid, this.#release),
      powerUsageEffectiveness,
      boundary: boundary ?? PUBLISHED_BOUNDARY,
    });
    return put(input);
  }
}
