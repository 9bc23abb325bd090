import path from 'node:path';
import { stringify } from 'yaml';
import { modelRecords } from '../catalog/checks/model-records.ts';
import { architectureOf, makerOf, recordOf } from '../catalog/facts-of.ts';
import { MakerFile, type ModelFacts, makerPath } from '../catalog/maker.ts';
import { modelIdParts } from '../catalog/model-id.ts';
import { notAModelOfItsOwn } from '../catalog/no-estimate.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import { writeAtomically } from '../catalog/write-atomically.ts';
import { askEach } from '../openrouter/ask-each.ts';
import type { OnProgress } from '../openrouter/openrouter-source.ts';
import { NothingThere } from '../openrouter/refused.ts';
import { type Difference, differencesOf } from './differences.ts';
import type { Hub } from './hub.ts';
import { factsFromHub, type HubReading } from './model-facts.ts';
import { headOf, sourceFileText, sourceId } from './proposal.ts';

/** What a pull of models found, for a person to read. */
export interface ModelsReport {
  /** Models whose repository was read. */
  read: number;
  /** Models without a record for which one is proposed. */
  proposed: string[];
  /** Models whose record agrees in all that could be read. */
  agreeing: string[];
  /** Models whose record differs. */
  differing: { id: string; differences: Difference[] }[];
  /** What of a model could not be read, by model. */
  unread: { id: string; unread: string[] }[];
  /** Why a repository could not be read, one line each. */
  failures: string[];
  /** Models of the list without a record or a repository: nobody has looked, and nothing can be read. */
  withoutRepository: string[];
  gaveUp?: string;
}

/** A model with the repository that the list or its record names. */
interface Linked {
  id: string;
  repository: string;
  record: ModelFacts | undefined;
}

/**
 * Reads the repositories that OpenRouter's list and `data/models` name. For a model without a record one
 * is proposed, as files in `folder` of the shape of data/models and data/sources.yaml; where there is a
 * record its differences are told, and it stays as it is.
 */
export async function pullModels({
  hub,
  data,
  folder,
  today,
  onProgress,
}: {
  hub: Hub;
  data: CatalogData;
  folder: string;
  today: string;
  onProgress: OnProgress;
}): Promise<ModelsReport> {
  const { linked, withoutRepository } = linkedModels(data);
  const repositories = [...new Set(linked.map(({ repository }) => repository))];
  const { answers, failures, gaveUp } = await askEach(
    'repositories',
    repositories.map((id) => ({ id })),
    ({ id }) => readRepository(hub, id),
    onProgress,
  );
  const report: ModelsReport = {
    read: 0,
    proposed: [],
    agreeing: [],
    differing: [],
    unread: [],
    failures: repositories.flatMap((id) => failures.get(id) ?? []),
    withoutRepository,
    ...(gaveUp !== undefined && { gaveUp }),
  };
  const proposals = new Map<string, ModelFacts>();
  for (const { id, repository, record } of linked) {
    const answer = answers.get(repository);
    if (answer === undefined) continue;
    report.read += 1;
    const { facts, unread } = factsFromHub(
      { id: repository, source: sourceId(repository) },
      answer,
    );
    if (unread.length > 0) report.unread.push({ id, unread });
    if (record === undefined) {
      proposals.set(id, facts);
      report.proposed.push(id);
      continue;
    }
    const differences = differencesOf(record, architectureOf(record, data), facts);
    if (differences.length === 0) report.agreeing.push(id);
    else report.differing.push({ id, differences });
  }
  await writeProposals(proposals, data, folder, today);
  return report;
}

async function readRepository(hub: Hub, id: string): Promise<HubReading> {
  const model = await hub.model(id);
  try {
    return { model, config: { json: await hub.config(id) } };
  } catch (error) {
    // What the card and the weight files say is open where the files themselves are not.
    if (error instanceof NothingThere) return { model, config: { missing: error.message } };
    throw error;
  }
}

function linkedModels(data: CatalogData): { linked: Linked[]; withoutRepository: string[] } {
  const linked = new Map<string, Linked>();
  const withoutRepository: string[] = [];
  for (const { id, facts } of modelRecords(data)) {
    const { huggingFaceId: repository } = facts;
    if (repository !== undefined) linked.set(id, { id, repository, record: facts });
  }
  const listed = new Set(data.modelList.models.map(({ id }) => id));
  for (const model of data.modelList.models) {
    const id = modelIdParts(model.id).baseId;
    if (linked.has(id) || notAModelOfItsOwn(model, listed) !== undefined) continue;
    const record = recordOf(model, data);
    const repository = model.huggingFaceId;
    if (repository !== undefined) linked.set(id, { id, repository, record });
    else if (record === undefined) withoutRepository.push(id);
  }
  return { linked: [...linked.values()], withoutRepository: [...new Set(withoutRepository)] };
}

async function writeProposals(
  proposals: ReadonlyMap<string, ModelFacts>,
  data: CatalogData,
  folder: string,
  today: string,
): Promise<void> {
  const head = (place: string) => headOf('pull:huggingface', today, place);
  const byMaker = Map.groupBy(proposals, ([id]) => modelIdParts(id).maker);
  for (const [maker, records] of byMaker) {
    const models = Object.fromEntries(records.map(([id, facts]) => [modelIdParts(id).slug, facts]));
    const listed = data.modelList.models.find(({ id }) => modelIdParts(id).maker === maker);
    const { name } = data.makers.get(maker) ?? (listed ? makerOf(listed, data) : { name: maker });
    const file = MakerFile.parse({ name, models });
    await writeAtomically(
      path.join(folder, 'models', `${maker}.yaml`),
      head(makerPath(maker)) + stringify(file),
    );
  }
  const repositories = [...proposals.values()].flatMap(({ huggingFaceId }) => huggingFaceId ?? []);
  if (repositories.length === 0) return;
  await writeAtomically(
    path.join(folder, 'sources.yaml'),
    head('data/sources.yaml') + sourceFileText(repositories, 'weight files, config.json', today),
  );
}
