import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { MakerFile, type ModelFacts, makerPath } from '../../src/catalog/maker.ts';
import { modelIdParts } from '../../src/catalog/model-id.ts';
import {
  EndpointList,
  type ListedModel,
  ModelList,
  type TokenPrices,
} from '../../src/catalog/snapshot.ts';

/** Every so many rounds over the list its copies come from makers of their own. */
const ROUNDS_PER_MAKER = 4;

/** The same growth at each run. */
const SEED = 20261127;

/** By how much a copy differs from its model: hundredths of price and size, points of quality. */
const Differences = fc.record({
  price: fc.integer({ min: 40, max: 250 }),
  size: fc.integer({ min: 60, max: 160 }),
  quality: fc.integer({ min: -9, max: 9 }),
});
type Differences = typeof Differences extends fc.Arbitrary<infer T> ? T : never;

/**
 * Grows the list under `root`/data to so many entries. What is added are copies of its models under ids
 * of their own, some from makers of their own, with other prices, sizes and scores, and with the hosts
 * of the model that each copies. Throws RangeError where the list is longer already.
 */
export function growData(root: string, entries: number): void {
  const listFile = path.join(root, 'data/openrouter/models.json');
  const endpointFile = path.join(root, 'data/openrouter/endpoints.json');
  const list = ModelList.parse(JSON.parse(readFileSync(listFile, 'utf8')));
  const endpoints = EndpointList.parse(JSON.parse(readFileSync(endpointFile, 'utf8')));
  const makers = readMakers(root);
  const wanted = entries - list.models.length;
  if (wanted < 0) throw new RangeError(`The list has ${list.models.length} entries already.`);
  if (wanted === 0) return;

  const copied = list.models.filter(({ id }) => !/^(~|openrouter\/)/.test(id));
  const served = new Map(endpoints.models.map((one) => [one.id, one]));
  const differences = fc.sample(Differences, { numRuns: wanted, seed: SEED });
  for (const [index, difference] of differences.entries()) {
    const model = copied[index % copied.length];
    if (model === undefined) break;
    const round = 2 + Math.floor(index / copied.length);
    const id = idOfCopy(model.id, round);
    list.models.push(copyOf(model, id, round, difference));
    const endpointsOfModel = served.get(model.id);
    if (endpointsOfModel !== undefined) {
      endpoints.models.push({
        ...endpointsOfModel,
        id,
        endpoints: endpointsOfModel.endpoints.map((endpoint) => ({
          ...endpoint,
          prices: scaled(endpoint.prices, difference.price),
        })),
      });
    }
    copyFacts(makers, model.id, id, round, difference);
  }
  writeFileSync(listFile, JSON.stringify(list));
  writeFileSync(endpointFile, JSON.stringify(endpoints));
  for (const [maker, file] of makers) {
    writeFileSync(path.join(root, makerPath(maker)), stringify(file));
  }
}

function readMakers(root: string): Map<string, MakerFile> {
  const folder = path.join(root, 'data/models');
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [
        path.basename(name, '.yaml'),
        MakerFile.parse(parse(readFileSync(path.join(folder, name), 'utf8'))),
      ]),
  );
}

function idOfCopy(id: string, round: number): string {
  const { maker, slug, variant } = modelIdParts(id);
  const terms = variant === undefined ? '' : `:${variant}`;
  return round % ROUNDS_PER_MAKER === 0
    ? `${maker}-${round}/${slug}${terms}`
    : `${maker}/${slug}-r${round}${terms}`;
}

function copyOf(
  model: ListedModel,
  id: string,
  round: number,
  { price, quality }: Differences,
): ListedModel {
  const { artificialAnalysis: scores } = model;
  const moved = (score: number | undefined) => score && Math.min(100, Math.max(1, score + quality));
  return {
    ...model,
    id,
    canonicalSlug: id,
    name: `${model.name} R${round}`,
    prices: scaled(model.prices, price),
    ...(scores && {
      artificialAnalysis: {
        intelligence: moved(scores.intelligence),
        coding: moved(scores.coding),
        agentic: moved(scores.agentic),
      },
    }),
  };
}

function scaled(prices: TokenPrices, hundredths: number): TokenPrices {
  const times = (price: number | undefined) => price && (price * hundredths) / 100;
  return {
    inputUsdPerMillionTokens: times(prices.inputUsdPerMillionTokens),
    outputUsdPerMillionTokens: times(prices.outputUsdPerMillionTokens),
    cachedInputUsdPerMillionTokens: times(prices.cachedInputUsdPerMillionTokens),
  };
}

function copyFacts(
  makers: Map<string, MakerFile>,
  from: string,
  to: string,
  round: number,
  difference: Differences,
): void {
  const source = modelIdParts(from);
  const target = modelIdParts(to);
  const file = makers.get(source.maker);
  const facts = file?.models[source.slug];
  if (file === undefined || facts === undefined) return;
  const own = makers.get(target.maker) ?? { ...file, name: `${file.name} ${round}`, models: {} };
  own.models[target.slug] = factsOfCopy(facts, difference);
  makers.set(target.maker, own);
}

function factsOfCopy(facts: ModelFacts, { size }: Differences): ModelFacts {
  const { parameters } = facts;
  if (parameters === undefined) return facts;
  const scale = (billions: typeof parameters.totalBillions) =>
    typeof billions === 'number'
      ? (billions * size) / 100
      : { low: (billions.low * size) / 100, high: (billions.high * size) / 100 };
  return {
    ...facts,
    parameters: {
      ...parameters,
      totalBillions: scale(parameters.totalBillions),
      activeBillions: scale(parameters.activeBillions),
    },
  };
}
