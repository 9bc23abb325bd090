import { describe, expect, test } from 'vitest';
import { type PullReport, reportText } from '../../../src/openrouter/report.ts';

const NOTHING: PullReport = {
  files: [],
  complete: true,
  problems: [],
  endpointsOutOfService: 0,
  endpointFailures: [],
};

describe('the report of a pull', () => {
  test('shows twenty lines of a listing and counts the rest', () => {
    const added = Array.from({ length: 26 }, (_, index) => `maker/model-${index}`);
    const models = {
      added,
      gone: [],
      prices: [],
      contexts: [],
      saidOfFewer: [],
      possibleSecondNames: [],
    };
    const told = reportText({ ...NOTHING, models });
    expect(told.split('\n')).toHaveLength(22);
    expect(told).toContain('models added: 26');
    expect(told).toContain('\n  and 6 more');
  });

  test('shows nothing that could steer a terminal', () => {
    const message = 'found \u001b[2J\u009b31m\u202e\r\nfiles: forged';
    const problems = [{ file: 'f', record: 'r', field: 'x', message }];
    const told = reportText({ ...NOTHING, problems });
    expect(told).toBe('set aside or left out: 1\n  f › r › x: found [2J31mfiles: forged');
  });

  test('cuts a value that is longer than anybody reads', () => {
    const endpointFailures = ['x'.repeat(100_000)];
    expect(reportText({ ...NOTHING, endpointFailures }).length).toBeLessThan(1000);
  });
});
