import type { Range } from '../../estimation/ranges.ts';
import type { Reported } from '../../estimation/reported.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import type { Workload } from '../../estimation/workload.ts';
import { rounded } from '../../library/rounding.ts';

/** Whose tokens a row reports: one model, or a total of several. */
export interface ReportSubject {
  modelId: string;
  canonicalSlug: string;
  name: string;
  maker: string;
  /** Several in a total. */
  evidence: readonly EvidenceTier[];
  hosts: readonly string[];
  gridZones: readonly string[];
  /** Over the endpoints of one model; absent in a total. */
  gridGramsPerKilowattHour?: Pick<Range, 'low' | 'central' | 'high'> | undefined;
}

/** What holds for every row of a report. */
export interface ReportBasis {
  release: string;
  /** Day of the model list. */
  listDate: string;
  methodVersion: string;
  gridYear: number;
  gridSource: string;
  gridLicence: string;
  draws: number;
  hardwareLifetimeYears: number;
  /** Tokens of context at which tokens without a request are counted. */
  statedContextTokens: number;
  /** Where the release's inputs are hashed and kept. */
  releaseAddress: string;
}

/** What a reader has set in place of what is known of the hosts. */
export interface ReportScenario {
  grid?: string | undefined;
  powerUsageEffectiveness?: string | undefined;
}

/** One row, in the order of its columns; every quantity has its unit in its name. */
export type ReportRow = Readonly<Record<string, string | number>>;

/** How a tier of evidence is called in terms of data quality. */
const DATA_QUALITY: Readonly<Record<EvidenceTier, string>> = {
  measured: 'modelled, calibrated on measurements of this model',
  architecture: 'modelled from the published architecture',
  parameters: 'modelled from the stated size',
  price: 'proxy: inferred from the list price',
};

/**
 * A row as sustainability reports need it: GHG Protocol scope 3 category 1, with every choice that an
 * auditor asks for beside the figures. The market-based figure stays empty: nobody has given evidence
 * of contracts.
 */
export function reportRow(
  subject: ReportSubject,
  { inputTokens, cachedInputTokens, outputTokens, requests }: Workload,
  figures: Readonly<Record<Reported, Range>>,
  basis: ReportBasis,
  scenario: ReportScenario = {},
): ReportRow {
  const grid = subject.gridGramsPerKilowattHour;
  const isSet = scenario.grid !== undefined;
  return {
    model_id: subject.modelId,
    canonical_slug: subject.canonicalSlug,
    model_name: subject.name,
    maker: subject.maker,
    hosts: subject.hosts.join(' '),
    model_list_date: basis.listDate,
    tokens_input: inputTokens,
    tokens_cached_input: cachedInputTokens,
    tokens_output: outputTokens,
    tokens_reasoning: 'included in tokens_output',
    requests: requests ?? '',
    context:
      requests === undefined
        ? `${basis.statedContextTokens} tokens, stated`
        : 'of its requests, at their mean length',
    functional_unit:
      "tokens of the model's own tokenizer (declared unit of a partial footprint, ISO 14067; not an SCI for AI score)",
    ...columns('electricity_kWh', figures.facilityWattHours, 1000),
    ...columns('location_based_kgCO2e', figures.gramsCO2e, 1000),
    ...columns('operational_kgCO2e', figures.operationalGramsCO2e, 1000),
    ...columns('embodied_kgCO2e', figures.embodiedGramsCO2e, 1000),
    market_based_kgCO2e: '',
    ...columns('water_on_site_L', figures.waterOnSiteMillilitres, 1000),
    ...columns('water_off_site_L', figures.waterOffSiteMillilitres, 1000),
    ghg_protocol_category: 'Scope 3, category 1: purchased goods and services',
    esrs_mapping: 'ESRS E1-6 of Delegated Regulation (EU) 2023/2772, gross scope 3',
    includes_accelerators: 'yes',
    includes_host_and_idle: 'yes',
    includes_facility_pue: 'yes',
    includes_embodied_hardware: 'yes',
    includes_network: 'no',
    includes_end_user_device: 'no',
    includes_training: 'no',
    embodied_lifetime_years: basis.hardwareLifetimeYears,
    grid_zones: isSet ? (scenario.grid ?? '') : subject.gridZones.join(' '),
    grid_basis: isSet
      ? 'scenario set by the reader'
      : 'zones of the hosts, endpoints by the shares of default routing',
    ...(isSet || grid === undefined
      ? {
          grid_gCO2e_per_kWh_low_p5: '',
          grid_gCO2e_per_kWh_central_p50: '',
          grid_gCO2e_per_kWh_high_p95: '',
        }
      : columns('grid_gCO2e_per_kWh', grid, 1)),
    grid_year: basis.gridYear,
    grid_source: basis.gridSource,
    grid_licence: basis.gridLicence,
    grid_scope: 'lifecycle, location-based, consumption mix',
    power_usage_effectiveness: scenario.powerUsageEffectiveness ?? 'of the hosts',
    evidence_tier: subject.evidence.join(' '),
    data_quality: [...new Set(subject.evidence.map((tier) => DATA_QUALITY[tier]))].join('; '),
    uncertainty: `5th, 50th and 95th percentile of ${basis.draws} joint draws (Latin hypercube)`,
    gwp_set: 'GWP100, as in the sources of grid and hardware',
    method_version: basis.methodVersion,
    release: basis.release,
    release_address: basis.releaseAddress,
    assurance: 'estimate, not a measurement; not assured by anybody',
  };
}

/** Low, central and high of a quantity, in a unit that holds so many of the core's. */
function columns(name: string, { low, central, high }: Range, holds: number) {
  return {
    [`${name}_low_p5`]: rounded(low / holds),
    [`${name}_central_p50`]: rounded(central / holds),
    [`${name}_high_p95`]: rounded(high / holds),
  };
}
