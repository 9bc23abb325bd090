import { usageIsAnswered } from '../catalog/checks/usage-is-answered.ts';
import { methodOf } from '../catalog/method-of-factors.ts';
import { DataProblems } from '../catalog/problem.ts';
import { type CatalogData, readData } from '../catalog/read-data.ts';
import { type Preparation, prepare } from '../estimation/preparation.ts';
import { PER_THOUSAND_OUTPUT_TOKENS, type Workload } from '../estimation/workload.ts';
import { METHOD_VERSION } from '../library/method-version.ts';
import { readReleaseList } from './archive.ts';
import type { CitedRelease } from './citation.ts';
import { type DataDays, dataDays } from './data-days.ts';
import { figuresInThreads } from './figures-in-threads.ts';
import { hashInputs, type InputHashes, releaseName } from './input-hashes.ts';
import { landmarksOf } from './landmarks.ts';
import { once } from './once.ts';
import { type DrawnRelease, drawRelease, type Release, type ReleasedModel } from './release.ts';
import { type FrontierOf, prepareFrontiers } from './release-frontier.ts';
import { type ReleasedChoice, releasedChoices } from './released-choices.ts';
import { type ReleasedUsage, releasedUsage } from './released-usage.ts';
import { type ColumnOf, prepareColumns } from './workload-columns.ts';

/** The data of this checkout and the release made of them. */
export interface Current {
  data: CatalogData;
  release: Release;
}

/** The data and the hashes of their files, read once per process. */
const currentInputs = once((): { data: CatalogData; hashes: InputHashes } => {
  const root = process.cwd();
  return { data: readData(root), hashes: hashInputs(root) };
});

const currentDraws = once((): Current & DrawnRelease => {
  const { data, hashes } = currentInputs();
  return { data, ...drawRelease(data, hashes, figuresInThreads) };
});

/**
 * The release of the project in the working directory, built once per process: every page asks for
 * it. Throws DataProblems where the data do not hold.
 */
export function currentRelease(): Current {
  return currentDraws();
}

/** The same as citations name it. Throws DataProblems. */
export const currentCited = once((): CitedRelease => {
  const { release, date, methodVersion } = currentRelease().release;
  const archived = readReleaseList(process.cwd()).find((one) => one.release === release);
  return { release, date, methodVersion, published: archived?.published };
});

/** Its name, without estimating anything. Throws DataProblems where the data do not hold. */
export function currentReleaseName(): string {
  const { data, hashes } = currentInputs();
  return releaseName(data.modelList.retrieved, hashes, METHOD_VERSION);
}

/** The data of this checkout, read once per process. Throws DataProblems where they do not hold. */
export function currentData(): CatalogData {
  return currentInputs().data;
}

/** The days that the data of this checkout are of; every page says them. */
export const currentDataDays = once((): readonly DataDays[] => dataDays(currentData()));

/** The draws that the current release rests on, made once per process for what pages add to it. */
export const currentPreparation = once(
  (): Preparation => prepare(methodOf(currentRelease().data.factors)),
);

/** The week's traffic by model of the current release. Throws DataProblems as the release does, and where none is answered. */
export const currentUsage = once((): ReleasedUsage => {
  const { data, release } = currentRelease();
  const usage = releasedUsage(data, release);
  // Whoever builds without checking the data first is told in the same words.
  if (usage.used.length === 0) throw new DataProblems(usageIsAnswered(data));
  return usage;
});

/** A small, a middle and a large model of the current release that readers know. */
export const currentLandmarks = once((): readonly ReleasedModel[] =>
  landmarksOf(currentRelease().release, currentUsage()),
);

/** The draws of the current release's models, each made once for each workload. */
export const columnsOfRelease = once((): ColumnOf => {
  const { release, outputGramsCO2e, ownRequestGramsCO2e } = currentDraws();
  return prepareColumns(currentPreparation(), [
    [PER_THOUSAND_OUTPUT_TOKENS, outputGramsCO2e],
    ...release.models.flatMap(
      ({ id, requests: { own } }): [Workload, ReadonlyMap<string, Float64Array>][] => {
        const column = ownRequestGramsCO2e.get(id);
        return 'because' in own || column === undefined
          ? []
          : [[own.workload, new Map([[id, column]])]];
      },
    ),
  ]);
});

/** Which models of the current release emit least at each level of quality. */
export const currentChoices = once((): readonly ReleasedChoice[] =>
  releasedChoices(currentRelease().release, columnsOfRelease()),
);

const currentFrontiers = once(
  (): FrontierOf =>
    prepareFrontiers(
      currentRelease().release.models,
      columnsOfRelease(),
      ({ requests: { own } }) => own,
    ),
);

/** The fronts of the current release, per request as each model is used. */
export const frontierOfRelease: FrontierOf = (index) => currentFrontiers()(index);
