import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { checkData } from '../../src/catalog/checks/all.ts';
import { DataProblems } from '../../src/catalog/problem.ts';
import type { CatalogData } from '../../src/catalog/read-data.ts';
import { readJson } from '../../src/catalog/read-file.ts';
import { EndpointList, HostList, type ListedModel, ModelList } from '../../src/catalog/snapshot.ts';
import type { Range } from '../../src/estimation/ranges.ts';
import { apiAddresses, type OpenRouterSource } from '../../src/openrouter/openrouter-source.ts';
import { pull } from '../../src/openrouter/pull.ts';
import { reportText } from '../../src/openrouter/report.ts';
import { badgeOf, badgeSvg } from '../../src/published/badge.ts';
import { INDEX_CSV } from '../../src/published/index-csv.ts';
import { INDEX } from '../../src/published/index-json.ts';
import { MODEL } from '../../src/published/model-json.ts';
import { modelJsonName } from '../../src/published/model-json-path.ts';
import { buildRelease } from '../../src/release/release.ts';
import { type ForeignLists, foreignLists } from './foreign-lists.ts';
import { type Mutation, mutated } from './mutation.ts';

/** What became of a fault: nothing is seen of it, it is taken, told in the report, or a list is refused. */
export type Outcome = 'unseen' | 'taken' | 'told' | 'refused';

/** What lists with a fault in them came to. */
export interface Survival {
  outcome: Outcome;
  /** Problems that the check of the data names afterwards. */
  problems: number;
  /** Models that it touched and that were estimated and written anew. */
  built: number;
}

/** Lists that faults are put into, one at a time. */
export interface Trial {
  /** Rejects where something breaks. */
  survive: (mutation: Mutation) => Promise<Survival>;
  /** Leaves nothing behind. */
  end: () => void;
}

/** A fault in a host touches every model that it serves. */
const MOST_BUILT = 3;

/**
 * Prepares to take the lists under `root`/data, each time with one fault in them, through the pull, the
 * checks of the data, the estimates of the models that it touches and the files that are published of
 * those; of the list's models every so many. Rejects where any of these breaks, changes a file that it
 * says it refused, or leaves what cannot be read again or a figure that is no range.
 */
export async function prepareTrial(root: string, data: CatalogData, every = 1): Promise<Trial> {
  const directory = mkdtempSync(path.join(tmpdir(), 'faults-'));
  const at = (name: string) => path.join(directory, name);
  cpSync(path.join(root, 'data/openrouter/usage.json'), at('usage.json'));
  const lists = foreignLists(data, every);
  const { retrieved } = data.modelList;
  await pull({ ...options, directory, source: sourceOf(lists, retrieved) });
  const sound = snapshot(directory, data);
  const soundFiles = FILES.map((name) => [name, readFileSync(at(name), 'utf8')] as const);
  const before = recordsById(sound);

  const survive = async (mutation: Mutation): Promise<Survival> => {
    for (const [name, text] of soundFiles) writeFileSync(at(name), text);
    const source = sourceOf(mutated(lists, mutation), retrieved);
    const report = await pull({ ...options, directory, source });
    reportText(report);
    const refused = report.files.filter(({ outcome }) => outcome === 'refused');
    for (const [name, text] of soundFiles) {
      const isRefused = refused.some((file) => path.basename(file.path) === name);
      if (isRefused && readFileSync(at(name), 'utf8') !== text) {
        throw new Error(`${name} is said to be refused, and changed.`);
      }
    }
    const now = snapshot(directory, data);
    const problems = checkData(now).length;
    const changed = [...recordsById(now)].flatMap(([id, text]) =>
      before.get(id) === text ? [] : [id],
    );
    const touched = new Set(changed.slice(0, MOST_BUILT));
    const models = now.modelList.models.filter(({ id }) => touched.has(id));
    const built = models.length === 0 ? 0 : await writeFiles(now, models);
    const isTold = report.problems.length > 0 || (report.stood ?? []).length > 0;
    const isTaken = changed.length > 0 || report.files.some(({ outcome }) => outcome === 'written');
    const outcome = refused.length > 0 ? 'refused' : isTold ? 'told' : isTaken ? 'taken' : 'unseen';
    return { outcome, problems, built };
  };
  return { survive, end: () => rmSync(directory, { recursive: true, force: true }) };
}

const FILES = ['models.json', 'endpoints.json', 'hosts.json'] as const;

const options = {
  allowShrink: false,
  allowJump: false,
  allowOlder: false,
  onProgress: () => undefined,
};

function sourceOf(
  { models, hosts, endpoints }: Record<keyof ForeignLists, readonly unknown[]>,
  retrieved: string,
): OpenRouterSource {
  const list = (address: string, records: readonly unknown[]) => ({ address, retrieved, records });
  const answers = endpoints.flatMap((record) => {
    const read = EndpointsOfModel.safeParse(record);
    if (!read.success) return [];
    const { id, endpoints: all } = read.data;
    return [[id, { ...list(`endpoints of ${id}`, all), speedsObserved: retrieved }] as const];
  });
  return {
    origins: apiAddresses(new URL('https://openrouter.ai')),
    models: async () => list('models', models),
    hosts: async () => list('hosts', hosts),
    endpoints: async () => ({ answers: new Map(answers), failures: new Map() }),
    usage: async () => ({ notOffered: 'no usage is read here' }),
  };
}

/** What a source makes of an answer before it hands the endpoints on. */
const EndpointsOfModel = z.looseObject({ id: z.string(), endpoints: z.array(z.unknown()) });

/** The data with the lists of a folder in place of their own. Throws DataProblems. */
function snapshot(directory: string, data: CatalogData): CatalogData {
  const read = <T>(file: (typeof FILES)[number], schema: z.ZodType<T>): T => {
    const result = readJson({ root: directory, file, recordDepth: 2 }, schema);
    if (result.data === undefined) throw new DataProblems(result.problems);
    return result.data;
  };
  return {
    ...data,
    modelList: read('models.json', ModelList),
    endpoints: read('endpoints.json', EndpointList),
    hostList: read('hosts.json', HostList),
  };
}

/** All that the lists say of each model, as a text. */
function recordsById({ modelList, endpoints, hostList }: CatalogData): Map<string, string> {
  const served = new Map(endpoints.models.map((one) => [one.id, one.endpoints]));
  const hosts = new Map(hostList.hosts.map((host) => [host.name, host]));
  return new Map(
    modelList.models.map((model) => {
      const own = served.get(model.id) ?? [];
      const ofHosts = own.map(({ host }) => hosts.get(host));
      return [model.id, JSON.stringify([model, own, ofHosts])];
    }),
  );
}

/** Estimates these models and writes what is published of them; returns how many have figures. */
async function writeFiles(data: CatalogData, models: ListedModel[]): Promise<number> {
  const release = buildRelease({ ...data, modelList: { ...data.modelList, models } }, {});
  const publishing = { data, release, site: new URL('https://index.example') };
  for (const file of [INDEX, INDEX_CSV]) await file.write(publishing, '');
  for (const model of release.models) {
    for (const tokens of [
      model.perThousandOutputTokens,
      model.perThousandInputTokens,
      model.perThousandCachedInputTokens,
    ]) {
      const { gramsCO2e, wattHours, millilitresWater, acceleratorJoulesPerToken } = tokens;
      for (const range of [gramsCO2e, wattHours, millilitresWater, acceleratorJoulesPerToken]) {
        if (!isRange(range)) throw new Error(`${model.id}: ${JSON.stringify(range)} is no range.`);
      }
    }
    MODEL.schema?.of.parse(
      JSON.parse(String(await MODEL.write(publishing, modelJsonName(model.id)))),
    );
    badgeSvg(badgeOf(model));
  }
  return release.models.length;
}

function isRange({ low, central, high }: Range): boolean {
  return low > 0 && low <= central && central <= high && Number.isFinite(high);
}
