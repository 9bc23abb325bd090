import { gridGaps } from '../place.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { HOST_LIST_FILE } from '../snapshot.ts';
import { activeWithinTotal } from './active-within-total.ts';
import { architectureLayers } from './architecture-layers.ts';
import { architectureOfExists } from './architecture-of.ts';
import { daysHaveCome } from './days-to-come.ts';
import { expertShares } from './expert-shares.ts';
import { expertsMatchSize } from './experts-match-size.ts';
import { formatInName } from './format-in-name.ts';
import { placesAgreeWithList } from './host-places.ts';
import { zonesHaveGrid } from './host-zones.ts';
import { hostNamesDiffer, listedHostsHaveFile, tagRegionsAreKnown } from './listed-hosts.ts';
import {
  listedMakersHaveFile,
  listedModelsHaveRecord,
  listedOpenModelsHaveSize,
} from './listed-models.ts';
import { makerHostExists } from './maker-host.ts';
import { measuredAsExists } from './measured-as.ts';
import { measuredRowsAgree } from './measured-rows.ts';
import { listedWithTheirRuns, runsFitTheirModels } from './model-runs.ts';
import { plausibleCache } from './plausible-cache.ts';
import { plausibleOverhead } from './plausible-overhead.ts';
import { plausibleSize } from './plausible-size.ts';
import { plausibleWidth } from './plausible-width.ts';
import { readNeedsDocument } from './read-needs-document.ts';
import { sameAsExists } from './same-as.ts';
import { servingMeasurementsAgree } from './serving-measurements.ts';
import { sizeInName } from './size-in-name.ts';
import { slugAsListed, slugWithoutVariant } from './slug.ts';
import { sourceUses } from './source-uses.ts';
import { sourcesAreUsed, sourcesExist } from './sources.ts';
import { recordsStandOnce } from './stand-once.ts';
import { statedFormatsAreKnown } from './stated-formats.ts';
import { tokenCountsAgree } from './token-counts.ts';
import { lineageNamesRuns } from './training-lineage.ts';
import { trainedModelsExist, trainedRunsExist } from './training-models.ts';
import { trainingStatementsAgree } from './training-statements.ts';
import { usageIsAnswered } from './usage-is-answered.ts';
import { weightsAndRepository } from './weights-and-repository.ts';

/** Every rule that the data as a whole must keep, beyond the form of its records. */
const CHECKS: readonly ((data: CatalogData) => Problem[])[] = [
  slugWithoutVariant,
  slugAsListed,
  activeWithinTotal,
  plausibleSize,
  sizeInName,
  formatInName,
  architectureLayers,
  architectureOfExists,
  sameAsExists,
  weightsAndRepository,
  expertsMatchSize,
  expertShares,
  plausibleWidth,
  plausibleCache,
  measuredAsExists,
  measuredRowsAgree,
  servingMeasurementsAgree,
  tokenCountsAgree,
  makerHostExists,
  zonesHaveGrid,
  placesAgreeWithList,
  plausibleOverhead,
  hostNamesDiffer,
  (data) => sourcesExist(data, sourceUses(data)),
  (data) => sourcesAreUsed(data, sourceUses(data)),
  readNeedsDocument,
  daysHaveCome,
  recordsStandOnce,
  trainedModelsExist,
  trainedRunsExist,
  trainingStatementsAgree,
  runsFitTheirModels,
  lineageNamesRuns,
];

/** Runs every check over the data as read. Returns all problems at once, none when all is well. */
export function checkData(data: CatalogData): Problem[] {
  const problems = CHECKS.flatMap((check) => check(data));
  return problems.length > 0 ? problems : usageIsAnswered(data);
}

/** What a list that has moved on lacks; estimates stand on stated defaults until somebody adds it. */
export function adviseOn(data: CatalogData): Problem[] {
  return [
    ...listedMakersHaveFile(data),
    ...listedOpenModelsHaveSize(data),
    ...listedModelsHaveRecord(data),
    ...listedHostsHaveFile(data),
    ...gridGaps(data.hostList.hosts, HOST_LIST_FILE),
    ...tagRegionsAreKnown(data),
    ...statedFormatsAreKnown(data),
    ...listedWithTheirRuns(data),
  ];
}
