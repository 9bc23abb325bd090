import { describe, expect, test } from 'vitest';
import { REPORTED, type Reported } from '../../../src/estimation/reported.ts';
import { type ReportSubject, reportRow } from '../../../src/published/report/report-row.ts';

/** No two figures are the same, so that none can stand in for another. */
const rangeOf = (name: Reported) => {
  const thousands = 100 * (REPORTED.indexOf(name) + 1);
  return { low: 1000 * thousands, central: 1000 * (thousands + 1), high: 1000 * (thousands + 2) };
};
const figures = {
  facilityWattHours: rangeOf('facilityWattHours'),
  operationalGramsCO2e: rangeOf('operationalGramsCO2e'),
  embodiedGramsCO2e: rangeOf('embodiedGramsCO2e'),
  gramsCO2e: rangeOf('gramsCO2e'),
  waterOnSiteMillilitres: rangeOf('waterOnSiteMillilitres'),
  waterOffSiteMillilitres: rangeOf('waterOffSiteMillilitres'),
};
const model: ReportSubject = {
  modelId: 'maker/model',
  canonicalSlug: 'maker/model-1',
  name: 'Model',
  maker: 'Maker',
  evidence: ['price'],
  hosts: ['azure', 'openai'],
  gridZones: ['FR', 'SE'],
  gridGramsPerKilowattHour: { low: 20, central: 40, high: 300 },
};
const workload = { inputTokens: 1, cachedInputTokens: 2, outputTokens: 3 };
const basis = {
  release: '2026-08-22-abcdef12',
  listDate: '2026-08-22',
  methodVersion: '1.1',
  gridYear: 2025,
  gridSource: 'Grid source',
  gridLicence: 'ODbL-1.0',
  draws: 4096,
  hardwareLifetimeYears: 5,
  statedContextTokens: 4000,
  releaseAddress: 'https://example.org/releases/2026-08-22-abcdef12/',
};

describe('a row of a report', () => {
  test.each([
    ['electricity_kWh', 'facilityWattHours'],
    ['operational_kgCO2e', 'operationalGramsCO2e'],
    ['embodied_kgCO2e', 'embodiedGramsCO2e'],
    ['location_based_kgCO2e', 'gramsCO2e'],
    ['water_on_site_L', 'waterOnSiteMillilitres'],
    ['water_off_site_L', 'waterOffSiteMillilitres'],
  ] as const)('holds under %s a thousandth of %s, low, central and high', (column, name) => {
    const { low, central, high } = figures[name];
    expect(reportRow(model, workload, figures, basis)).toMatchObject({
      [`${column}_low_p5`]: low / 1000,
      [`${column}_central_p50`]: central / 1000,
      [`${column}_high_p95`]: high / 1000,
    });
  });

  test('names what it was computed on: each kind of token, the grids and the hosts', () => {
    expect(reportRow(model, workload, figures, basis)).toMatchObject({
      tokens_input: 1,
      tokens_cached_input: 2,
      tokens_output: 3,
      grid_zones: 'FR SE',
      grid_gCO2e_per_kWh_low_p5: 20,
      grid_gCO2e_per_kWh_central_p50: 40,
      grid_gCO2e_per_kWh_high_p95: 300,
      power_usage_effectiveness: 'of the hosts',
    });
  });

  test('says at what length it holds: the stated context, or that of its requests', () => {
    const contextOf = (requests?: number) =>
      reportRow(model, { ...workload, ...(requests && { requests }) }, figures, basis).context;
    expect(contextOf()).toBe('4000 tokens, stated');
    expect(contextOf(7)).toContain('of its requests');
  });

  test('names a reader’s own grid and PUE in place of the hosts’', () => {
    const scenario = { grid: '50 gCO2e/kWh', powerUsageEffectiveness: '1.2' };
    expect(reportRow(model, workload, figures, basis, scenario)).toMatchObject({
      grid_zones: '50 gCO2e/kWh',
      grid_basis: 'scenario set by the reader',
      grid_gCO2e_per_kWh_low_p5: '',
      grid_gCO2e_per_kWh_central_p50: '',
      grid_gCO2e_per_kWh_high_p95: '',
      power_usage_effectiveness: '1.2',
    });
  });

  test('of a total has the same columns, every evidence in it, and no grid of one model', () => {
    const { gridGramsPerKilowattHour: _, ...rest } = model;
    const evidence = ['measured', 'price'] as const;
    const total = reportRow({ ...rest, evidence }, workload, figures, basis);
    expect(Object.keys(total)).toEqual(Object.keys(reportRow(model, workload, figures, basis)));
    expect(total).toMatchObject({
      evidence_tier: 'measured price',
      data_quality: expect.stringMatching(/measurements of this model; .*list price$/),
      grid_gCO2e_per_kWh_low_p5: '',
    });
  });
});
