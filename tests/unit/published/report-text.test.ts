import { describe, expect, test } from 'vitest';
import type { Reported } from '../../../src/estimation/reported.ts';
import type { EvidenceTier } from '../../../src/estimation/tier.ts';
import { reportRow } from '../../../src/published/report/report-row.ts';
import { reportText } from '../../../src/published/report/report-text.ts';
import { madeUpRange } from '../release/made-up-model.ts';

const figures: Record<Reported, ReturnType<typeof madeUpRange>> = {
  facilityWattHours: madeUpRange(5200),
  operationalGramsCO2e: madeUpRange(1700),
  embodiedGramsCO2e: madeUpRange(230),
  gramsCO2e: madeUpRange(1900),
  waterOnSiteMillilitres: madeUpRange(310),
  waterOffSiteMillilitres: madeUpRange(7700),
};
const basis = {
  release: 'r1',
  listDate: '2026-08-22',
  methodVersion: '1.9',
  gridYear: 2024,
  gridSource: 'Grids',
  gridLicence: 'ODbL-1.0',
  draws: 4096,
  hardwareLifetimeYears: 5,
  statedContextTokens: 4000,
  releaseAddress: 'https://index.example/releases/r1/',
};
const subject = {
  modelId: 'a/b',
  canonicalSlug: 'a/b-2026',
  name: 'A: B',
  maker: 'A',
  evidence: ['parameters'] as EvidenceTier[],
  hosts: ['first', 'second'],
  gridZones: ['FR', 'SE'],
  gridGramsPerKilowattHour: madeUpRange(210),
};
const workload = { inputTokens: 100, cachedInputTokens: 20, outputTokens: 3 };

test('a report in words says grams in kilograms and watt-hours in kilowatt-hours, with their ranges', () => {
  expect(reportText('A million output tokens of B', figures, basis)).toBe(
    'A million output tokens of B: about 1.9 kg CO2e (0.48 to 5.7), location-based, with 5.2 kWh (1.3 to 16) of electricity. Purchased services (GHG Protocol scope 3, category 1). Inference only: accelerators, servers with idle machines, building and the making of the hardware are counted; training, network and end-user devices are not. Grid: lifecycle means of 2024 by Electricity Maps. Estimated with the LLM Carbon Index, method 1.9, release r1 (https://index.example/releases/r1/); the ranges are the 5th to 95th percentile. An estimate, not a measurement, and not assured.',
  );
});

describe('a row of a report', () => {
  test('has every figure in the unit of its column, and who and what it is about', () => {
    expect(reportRow(subject, workload, figures, basis)).toMatchObject({
      model_id: 'a/b',
      canonical_slug: 'a/b-2026',
      model_name: 'A: B',
      maker: 'A',
      hosts: 'first second',
      model_list_date: '2026-08-22',
      tokens_input: 100,
      tokens_cached_input: 20,
      tokens_output: 3,
      electricity_kWh_low_p5: 1.3,
      electricity_kWh_central_p50: 5.2,
      electricity_kWh_high_p95: 15.6,
      location_based_kgCO2e_low_p5: 0.475,
      location_based_kgCO2e_central_p50: 1.9,
      location_based_kgCO2e_high_p95: 5.7,
      operational_kgCO2e_central_p50: 1.7,
      embodied_kgCO2e_central_p50: 0.23,
      market_based_kgCO2e: '',
      water_on_site_L_central_p50: 0.31,
      water_off_site_L_central_p50: 7.7,
      includes_accelerators: 'yes',
      includes_host_and_idle: 'yes',
      includes_facility_pue: 'yes',
      includes_embodied_hardware: 'yes',
      includes_network: 'no',
      includes_end_user_device: 'no',
      includes_training: 'no',
      embodied_lifetime_years: 5,
      grid_zones: 'FR SE',
      grid_basis: 'zones of the hosts, endpoints by the shares of default routing',
      grid_gCO2e_per_kWh_low_p5: 52.5,
      grid_gCO2e_per_kWh_central_p50: 210,
      grid_gCO2e_per_kWh_high_p95: 630,
      grid_year: 2024,
      grid_source: 'Grids',
      grid_licence: 'ODbL-1.0',
      power_usage_effectiveness: 'of the hosts',
      evidence_tier: 'parameters',
      data_quality: 'modelled from the stated size',
      uncertainty: '5th, 50th and 95th percentile of 4096 joint draws (Latin hypercube)',
      method_version: '1.9',
      release: 'r1',
      release_address: 'https://index.example/releases/r1/',
    });
  });

  test('says what the reader set, and then no grid of the hosts', () => {
    const scenario = { grid: 'NO', powerUsageEffectiveness: '1.15' };
    expect(reportRow(subject, workload, figures, basis, scenario)).toMatchObject({
      grid_zones: 'NO',
      grid_basis: 'scenario set by the reader',
      grid_gCO2e_per_kWh_low_p5: '',
      grid_gCO2e_per_kWh_central_p50: '',
      grid_gCO2e_per_kWh_high_p95: '',
      power_usage_effectiveness: '1.15',
    });
  });

  test('of several models leaves the grid’s figures empty and names each kind of evidence once', () => {
    const several = {
      ...subject,
      gridGramsPerKilowattHour: undefined,
      evidence: ['architecture', 'price', 'architecture'] as EvidenceTier[],
    };
    expect(reportRow(several, workload, figures, basis)).toMatchObject({
      grid_gCO2e_per_kWh_central_p50: '',
      evidence_tier: 'architecture price architecture',
      data_quality: 'modelled from the published architecture; proxy: inferred from the list price',
    });
  });
});
