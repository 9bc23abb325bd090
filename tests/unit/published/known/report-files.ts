import { readXlsxObjects } from 'hucre/xlsx';
import Papa from 'papaparse';
import { drawModel } from '../../../../src/estimation/estimate.ts';
import { percentilesOf, type Range, rangeOf } from '../../../../src/estimation/ranges.ts';
import { currentPreparation, currentRelease } from '../../../../src/release/current.ts';
import type { ReleasedModel } from '../../../../src/release/release.ts';
import { SITE } from '../routes.ts';
import { four, numbersIn, twoDigitsOf } from '../written.ts';
import { leftFile } from './index-files.ts';
import { header, type KnownFiles, saying, WITH_GRID } from './known-file.ts';
import { leftCells, leftRow } from './left-model.ts';

const { release, data } = currentRelease();
const statedContext = data.factors.serving.statedContext.tokens;
const byFile = new Map(release.models.map((model) => [model.id.replaceAll(':', '='), model]));
const grid = data.sources['electricity-maps-2025'];
const lifetimeYears = data.factors.facility.embodiedGramsPerKilowattHour.hardwareLifetimeYears;
const { count: draws, embodiedGramsPerKilowattHour: embodiedGrams } = currentPreparation().shared;
const JOULES_PER_KILOWATT_HOUR = 3.6e6;
const address = new URL(`/releases/${release.release}/`, SITE).href;

type Cells = Readonly<Record<string, string | number | RegExp>>;

/** The three kinds of token, a thousand of which are reported in a row of their own. */
const ROWS = [
  { tokens: 'perThousandOutputTokens', joules: 'outputJoules', output: 1000 },
  { tokens: 'perThousandInputTokens', joules: 'inputJoules', input: 1000 },
  { tokens: 'perThousandCachedInputTokens', joules: 'cachedInputJoules', cached: 1000 },
] as const;

/** Low, central and high under the names of their columns, in thousands where the unit is. */
function cells(name: string, { low, central, high }: Range, holds = 1000): Cells {
  return {
    [`${name}_low_p5`]: four(low / holds),
    [`${name}_central_p50`]: four(central / holds),
    [`${name}_high_p95`]: four(high / holds),
  };
}

const DATA_QUALITY = {
  measured: /calibrated on measurements of this model/,
  architecture: /from the published architecture/,
  parameters: /from the stated size/,
  price: /inferred from the list price/,
};

/** The rows of a model: from its published ranges, and from its draws what no published range is of. */
function rowsOf(model: ReleasedModel): Cells[] {
  const { hosts, zones } = servedBy(model);
  const { serving, energy } = drawModel(model.input, currentPreparation());
  return ROWS.map((row) => {
    const { tokens, joules } = row;
    const thousand = (perJoule: (draw: number) => number): Range =>
      rangeOf(energy[joules].map((perToken, draw) => 1000 * perToken * perJoule(draw)));
    const of = (part: Parameters<typeof serving.factor>[0]) => {
      const factors = serving.factor(part);
      return (draw: number) => factors[draw] ?? Number.NaN;
    };
    const [water, onSite] = [of('waterMillilitres'), of('waterOnSiteMillilitres')];
    const embodied = (draw: number) =>
      (embodiedGrams[draw] ?? Number.NaN) / JOULES_PER_KILOWATT_HOUR;
    return {
      model_id: model.id,
      canonical_slug: model.listed.canonicalSlug,
      model_name: model.name,
      maker: model.makerName,
      hosts: hosts.join(' '),
      model_list_date: release.date,
      tokens_input: 'input' in row ? row.input : 0,
      tokens_cached_input: 'cached' in row ? row.cached : 0,
      tokens_output: 'output' in row ? row.output : 0,
      tokens_reasoning: 'included in tokens_output',
      // Tokens without a request.
      requests: '',
      context: `${statedContext} tokens, stated`,
      functional_unit: /^tokens of the model's own tokenizer/,
      ...cells('electricity_kWh', model[tokens].wattHours),
      ...cells('location_based_kgCO2e', model[tokens].gramsCO2e),
      ...cells('operational_kgCO2e', model.gramsCO2eByBoundary[tokens].facility),
      ...cells('embodied_kgCO2e', thousand(embodied)),
      market_based_kgCO2e: '',
      ...cells('water_on_site_L', thousand(onSite)),
      ...cells(
        'water_off_site_L',
        thousand((draw) => water(draw) - onSite(draw)),
      ),
      ghg_protocol_category: /^Scope 3, category 1\b/,
      esrs_mapping: /E1-6/,
      includes_accelerators: 'yes',
      includes_host_and_idle: 'yes',
      includes_facility_pue: 'yes',
      includes_embodied_hardware: 'yes',
      includes_network: 'no',
      includes_end_user_device: 'no',
      includes_training: 'no',
      embodied_lifetime_years: lifetimeYears,
      grid_zones: zones.join(' '),
      grid_basis: /^zones of the hosts/,
      ...cells('grid_gCO2e_per_kWh', model.served.gridGramsPerKilowattHour, 1),
      grid_year: 2025,
      grid_source: grid?.title ?? '',
      grid_licence: grid?.licence ?? '',
      grid_scope: /^lifecycle, location-based/,
      power_usage_effectiveness: 'of the hosts',
      evidence_tier: model.evidence,
      data_quality: DATA_QUALITY[model.evidence],
      uncertainty: new RegExp(`^5th, 50th and 95th percentile of ${draws} joint draws`),
      gwp_set: /^GWP100\b/,
      method_version: release.methodVersion,
      release: release.release,
      release_address: address,
      assurance: /not assured/,
    };
  });
}

/** Hosts and zones of the endpoints that have an estimate. */
function servedBy({ served }: ReleasedModel) {
  const estimated = served.endpoints.filter(
    ({ estimate, share = 0 }) => estimate !== undefined && share > 0,
  );
  const zones = estimated.flatMap(({ place }) => place.sites.map(({ zone }) => zone));
  return {
    hosts: [...new Set(estimated.map(({ host }) => (host.slug === '' ? host.name : host.slug)))],
    zones: [...new Set(zones)].toSorted(),
  };
}

// Computed before the tests begin, whose time is limited.
const rowsByFile = new Map([...byFile].map(([file, model]) => [file, rowsOf(model)]));

/** The sentence that carries figures: a million output tokens, in kg and kWh. */
const SENTENCE =
  /^(?<what>.+): about (?<kilograms>[^(]+ kg CO2e \([^)]+\)), location-based, with (?<kilowattHours>[^(]+ kWh \([^)]+\)) of electricity\. (?<rest>.*)$/;

export const REPORT_FILES: KnownFiles = {
  '/reports/[...id].json': {
    read: (json) => {
      const file = JSON.parse(json);
      if ('gone' in file) return file;
      const { text, rows } = file;
      const { what, kilograms = '', kilowattHours = '', rest } = SENTENCE.exec(text)?.groups ?? {};
      return {
        text: {
          what,
          kilograms: numbersIn(kilograms.replace('CO2e', '')),
          kilowattHours: numbersIn(kilowattHours),
          rest,
        },
        rows,
      };
    },
    expected: ({ id = '' }) => {
      const model = byFile.get(id);
      if (model === undefined) return leftFile(id);
      const { gramsCO2e, wattHours } = model.perThousandOutputTokens;
      return {
        text: {
          what: `A million output tokens of ${model.name} (${model.id}), at ${statedContext} tokens of context`,
          // As many grams in a thousand as kilograms in a million.
          kilograms: twoDigitsOf(gramsCO2e),
          kilowattHours: twoDigitsOf(wattHours),
          rest: saying(
            /Inference only:/,
            /training, network and end-user devices are not/,
            /lifecycle means of 2025 by Electricity Maps/,
            new RegExp(
              `method ${release.methodVersion}, release ${release.release} \\(${address}\\)`,
            ),
            /5th to 95th percentile/,
          ),
        },
        rows: rowsByFile.get(id),
      };
    },
  },
  '/reports/[...id].xlsx': {
    readBytes: async (bytes) => (await readXlsxObjects(bytes)).data,
    expected: ({ id = '' }) =>
      rowsByFile
        .get(id)
        ?.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, cell]) => [name, cell === '' ? null : cell]),
          ),
        ) ?? leftCells(id),
  },
  '/reports/[...id].csv': {
    read: (csv) => Papa.parse(csv, { header: true, skipEmptyLines: true, newline: '\r\n' }).data,
    expected: ({ id = '' }) =>
      rowsByFile
        .get(id)
        ?.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, cell]) => [
              name,
              cell instanceof RegExp ? cell : String(cell),
            ]),
          ),
        ) ?? leftRow(id),
  },
  '/api/v1/report-subjects.json': {
    expected: () => ({
      ...header(
        release,
        saying(/\bgridGramsPerKilowattHour in gCO2e per kWh\b/, /5th, 50th and 95th percentile/),
        WITH_GRID,
      ),
      basis: {
        release: release.release,
        listDate: release.date,
        methodVersion: release.methodVersion,
        gridYear: 2025,
        gridSource: grid?.title,
        gridLicence: grid?.licence,
        draws,
        hardwareLifetimeYears: lifetimeYears,
        statedContextTokens: statedContext,
        releaseAddress: address,
      },
      models: Object.fromEntries(
        release.models.map((model) => {
          const { hosts, zones } = servedBy(model);
          return [
            model.id,
            {
              modelId: model.id,
              canonicalSlug: model.listed.canonicalSlug,
              name: model.name,
              maker: model.makerName,
              evidence: [model.evidence],
              hosts,
              gridZones: zones,
              // As it is: the calculator rounds what it writes.
              gridGramsPerKilowattHour: percentilesOf(model.served.gridGramsPerKilowattHour),
            },
          ];
        }),
      ),
    }),
  },
};
