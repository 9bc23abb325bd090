import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkData } from '../../../src/catalog/checks/all.ts';
import { problemLine } from '../../../src/catalog/problem.ts';
import { readData } from '../../../src/catalog/read-data.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test('the data of this index keeps every rule', () => {
  expect(checkData(readData(root)).map(problemLine)).toEqual([]);
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
