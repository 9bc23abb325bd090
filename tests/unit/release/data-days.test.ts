import { expect, test } from 'vitest';
import { readData } from '../../../src/catalog/read-data.ts';
import { dataDays, partDaysText } from '../../../src/release/data-days.ts';

const data = readData(process.cwd());

test('each part of what was read says its day, or its first and last', () => {
  const [one, ...others] = data.endpoints.models.slice(0, 3);
  const models = [
    { ...one!, retrieved: '2026-03-02' },
    ...others.map((model) => ({ ...model, retrieved: '2026-01-05' })),
  ];
  const parts = dataDays({ ...data, endpoints: { ...data.endpoints, models } });
  const days = new Map(parts.map((part) => [part.part, part.days]));
  expect(days.get('endpoints')).toEqual(['2026-01-05', '2026-03-02']);
  expect(partDaysText(parts, 'endpoints')).toBe('2026-01-05 to 2026-03-02');
  expect(partDaysText(parts, 'unknown')).toBeUndefined();
  expect(days.get('models and prices')).toEqual([data.modelList.retrieved]);
  expect(days.get('hosts')).toEqual([data.hostList.retrieved]);
});

test('a part that was not read says no day', () => {
  const parts = dataDays({ ...data, endpoints: { ...data.endpoints, models: [] } });
  expect(parts.map(({ part }) => part)).not.toContain('endpoints');
});
