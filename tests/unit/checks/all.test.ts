import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkData } from '../../../src/catalog/checks/all.ts';
import { daysHaveCome } from '../../../src/catalog/checks/days-to-come.ts';
import { recordsStandOnce } from '../../../src/catalog/checks/stand-once.ts';
import { problemLine } from '../../../src/catalog/problem.ts';
import { readData } from '../../../src/catalog/read-data.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test('the data of this index keeps every rule', () => {
  expect(checkData(readData(root)).map(problemLine)).toEqual([]);
});

test('what stands twice, and years to come, are found in whichever file they stand', () => {
  const data = readData(root);
  const twice = <One>(all: readonly One[]) => [...all, ...all.slice(0, 1)];
  const { modelList, endpoints, hostList, training } = data;
  const doubled = {
    ...data,
    modelList: { ...modelList, models: twice(modelList.models) },
    endpoints: { ...endpoints, models: twice(endpoints.models) },
    hostList: { ...hostList, hosts: twice(hostList.hosts) },
    factualCapacity: twice(data.factualCapacity),
    servingThroughputs: twice(data.servingThroughputs),
    powerSplit: twice(data.powerSplit),
    training: { ...training, vision: twice(training.vision) },
  };
  expect(recordsStandOnce(data)).toEqual([]);
  expect(new Set(recordsStandOnce(doubled).map(({ file }) => file)).size).toBe(7);
  const [source] = Object.values(data.sources);
  const { together } = Object.fromEntries(data.hostFiles);
  const listYear = Number(modelList.retrieved.slice(0, 4));
  const of = (year: number) => ({
    ...data,
    sources: { ...data.sources, later: { ...source!, year } },
    hostFiles: new Map([
      [
        'together',
        { ...together!, accelerators: { ...together!.accelerators!, asOf: String(year) } },
      ],
    ]),
  });
  expect([daysHaveCome(data), daysHaveCome(of(listYear + 1))]).toEqual([[], []]);
  expect(daysHaveCome(of(listYear + 2)).map(({ field }) => field)).toEqual([
    'year',
    'accelerators.asOf',
  ]);
});

test('one wrong figure in it is found, by file, model and field', () => {
  const data = readData(root);
  const parameters = data.makers.get('openai')?.models['gpt-oss-120b']?.parameters;
  expect(parameters).toBeDefined();
  Object.assign(parameters!, { activeBillions: parameters!.totalBillions });
  expect(checkData(data).map(({ file, record, field }) => [file, record, field])).toEqual([
    ['data/models/openai.yaml', 'gpt-oss-120b', 'parameters.activeBillions'],
    ['data/models/openai.yaml', 'gpt-oss-120b', 'architecture.hiddenSize'],
    ['data/models/openai.yaml', 'gpt-oss-120b', 'parameters'],
  ]);
});
