import { activeParametersOfRuns } from '../catalog/training/active-parameters.ts';
import { domainOf, type TrainingDomain } from '../catalog/training/domain.ts';
import type { KnownRun, NoTrainingEstimate } from '../catalog/training/known-run.ts';
import { knownRuns } from '../catalog/training/known-runs.ts';
import { visionFacts } from '../catalog/training/vision-facts.ts';
import type { VisionRow } from '../catalog/training-vision.ts';
import { estimateTraining, type TrainingEstimate } from '../estimation/training/estimate.ts';
import { currentData, currentRelease } from './current.ts';
import { once } from './once.ts';
import type { ReleasedModel } from './release.ts';
import { type TrainingVersion, trainingVersion } from './training-version.ts';

/** A run with its estimate within both boundaries. Of training: no figure of inference counts it. */
export interface EstimatedRun extends KnownRun {
  domain: TrainingDomain;
  /** The whole facility: the index's figure. */
  facility: TrainingEstimate;
  /** Accelerators alone, as makers mostly print it. */
  asMakersCount: TrainingEstimate;
}

/** A run with the reason why it has no estimate. */
export interface UnestimatedRun extends KnownRun {
  domain: TrainingDomain;
  none: NoTrainingEstimate;
}

/** A vision model of which no more than its operations is known. */
export interface EstimatedVision {
  row: VisionRow;
  facility: TrainingEstimate;
}

/** All that is published of training. */
export interface Training extends TrainingVersion {
  /** The largest first. */
  runs: readonly EstimatedRun[];
  unestimated: readonly UnestimatedRun[];
  /** The largest first. */
  vision: readonly EstimatedVision[];
  byId: ReadonlyMap<string, EstimatedRun | UnestimatedRun>;
  /** The run of a model, by OpenRouter's id or that of its weights at Hugging Face, in lower case. */
  runOfModel: ReadonlyMap<string, { run: string; relation: 'same' | 'tuned' }>;
}

/** What is known of training in this checkout, estimated once per process. Throws DataProblems. */
export const currentTraining = once(estimateAll);

/** The runs that lack an estimate; a further release of a run that is counted lacks none. */
export function runsWithoutEstimate({ unestimated }: Pick<Training, 'unestimated'>) {
  return unestimated.filter(({ none }) => none.because !== 'same-run');
}

/** The run that a model of the index came from, or was tuned from; undefined where none is known. */
export function trainingRunOf({ id, listed }: Pick<ReleasedModel, 'id' | 'listed'>) {
  const { byId, runOfModel } = currentTraining();
  const of = runOfModel.get(id) ?? runOfModel.get(listed.huggingFaceId?.toLowerCase() ?? '');
  const run = of && byId.get(of.run);
  return run && { run, relation: of.relation };
}

const modelsByRun = once(() =>
  Map.groupBy(currentRelease().release.models, (model) => {
    const of = trainingRunOf(model);
    return of?.relation === 'same' ? of.run.id : undefined;
  }),
);

/** The models of the index that came from a run, not those that were tuned from it. */
export function modelsFromRun(id: string): readonly ReleasedModel[] {
  return modelsByRun().get(id) ?? [];
}

const runsByBase = once(() => {
  const { runs, unestimated } = currentTraining();
  const pairs = [...runs, ...unestimated].flatMap((run) =>
    [...new Set(run.row?.bases)].map((base) => ({ base, run })),
  );
  return Map.groupBy(pairs, ({ base }) => base);
});

/** The runs that start from a model, by the name that it has in their table. */
export function runsStartingFrom(name: string): (EstimatedRun | UnestimatedRun)[] {
  return (runsByBase().get(name) ?? []).map(({ run }) => run);
}

/** The run whose figure stands for a run: itself, or the one that it is a release of. */
export function countedRun(run: EstimatedRun | UnestimatedRun | undefined) {
  if (run === undefined || !('none' in run) || run.none.because !== 'same-run') return run;
  return currentTraining().byId.get(run.none.as);
}

/** The models that a run starts from, each with the run that stands for it where one is known. */
export function basesOfRun({ row }: Pick<KnownRun, 'row'>) {
  const { runs, unestimated } = currentTraining();
  return (row?.bases ?? []).map((name) => ({
    name,
    base: countedRun([...runs, ...unestimated].find((run) => run.name === name)),
  }));
}

/** Largest first; equal ones by their names. */
function byTonnes(a: { facility: TrainingEstimate }, b: { facility: TrainingEstimate }): number {
  return b.facility.tonnes.median - a.facility.tonnes.median;
}

function estimateAll(): Training {
  const all = currentData();
  const { training: data } = all;
  const activeParameters = activeParametersOfRuns(all);
  const runs: EstimatedRun[] = [];
  const unestimated: UnestimatedRun[] = [];
  for (const run of knownRuns(data, activeParameters)) {
    const domain = domainOf(run.domains);
    const { facts, none } = run.basis;
    const facility = facts && estimateTraining(facts);
    const asMakersCount = facts && estimateTraining(facts, 'as-makers-count');
    if (facility === undefined || asMakersCount === undefined) {
      unestimated.push({ ...run, domain, none: none ?? { because: 'nothing-stated' } });
    } else {
      runs.push({ ...run, domain, facility, asMakersCount });
    }
  }
  const vision = data.vision.flatMap((row): EstimatedVision[] => {
    const facts = visionFacts(row, data.accelerators);
    const facility = facts && estimateTraining(facts);
    return facility === undefined ? [] : [{ row, facility }];
  });
  return {
    ...trainingVersion(process.cwd(), activeParameters),
    runs: runs.toSorted(byTonnes),
    unestimated: unestimated.toSorted((a, b) => b.published.localeCompare(a.published)),
    vision: vision.toSorted(byTonnes),
    byId: new Map([...runs, ...unestimated].map((run) => [run.id, run])),
    runOfModel: new Map(
      data.modelRuns.map(({ model, run, relation }) => [model.toLowerCase(), { run, relation }]),
    ),
  };
}
