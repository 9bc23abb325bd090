import Papa from 'papaparse';
import { activeParametersOfRuns } from '../../../../src/catalog/training/active-parameters.ts';
import { knownRuns } from '../../../../src/catalog/training/known-runs.ts';
import { estimateTraining } from '../../../../src/estimation/training/estimate.ts';
import { FLOP_SD_LN, TRAINING_METHOD } from '../../../../src/estimation/training/method.ts';
import { currentRelease } from '../../../../src/release/current.ts';
import { currentTraining } from '../../../../src/release/training.ts';
import { four } from '../written.ts';
import { header, type KnownFiles } from './known-file.ts';

const { release, data } = currentRelease();
const runs = knownRuns(data.training, activeParametersOfRuns(data));

const range = ({ low, central, high }: { low: number; central: number; high: number }) => ({
  low: four(low),
  central: four(central),
  high: four(high),
});

/** The cells of a range in a table, from low to high; empty where there is none. */
const cellsOf = (row: Record<string, string>, name: string) =>
  ['low_p5', 'central_p50', 'high_p95'].map((end) => row[`${name}_${end}`]);
const cellsWith = (of: { low: number; central: number; high: number } | undefined) =>
  of === undefined ? ['', '', ''] : Object.values(range(of)).map(String);

/** The published runs from the data, in the order of the largest first. */
const expected = runs
  .flatMap((run) => {
    const { facts } = run.basis;
    const facility = facts && estimateTraining(facts, 'facility');
    const makers = facts && estimateTraining(facts, 'as-makers-count');
    return facility === undefined || makers === undefined ? [] : [{ run, facility, makers }];
  })
  .toSorted((a, b) => b.facility.tonnesCO2e.central - a.facility.tonnesCO2e.central);

const LICENCE = /^CC-BY-4\.0; runs: Epoch AI, .*Electricity Maps, ODbL-1\.0$/;

export const TRAINING_FILES: KnownFiles = {
  '/api/v1/training.json': {
    expected: () => ({
      ...header(release, /tonnes of CO2e/, LICENCE),
      title: /^Training.*Not inference/,
      trainingVersion: /^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/,
      boundary: /^final training run; .*location-based/,
      runs: expected.map(({ run, facility, makers }) => ({
        id: run.id,
        name: run.name,
        makers: run.makers,
        country: run.country,
        published: run.published,
        domain: /^(language|pictures|speech|science|other)$/,
        weights: run.access,
        parameters: run.row?.parameters,
        activeParameters: run.activeParameters,
        flop: run.row?.flop,
        known: facility.tier,
        accelerator: run.accelerator.name,
        acceleratorStated: run.accelerator.stated,
        gridGramsPerKilowattHour: Math.round(run.basis.facts?.grid.gramsPerKilowattHour ?? 0),
        acceleratorHours: facility.chipHours && range(facility.chipHours),
        megawattHours: range(facility.megawattHours),
        tonnesCO2e: range(facility.tonnesCO2e),
        tonnesCO2eAsMakersCount: range(makers.tonnesCO2e),
        statedTonnesCO2e: run.statements.flatMap(([, { tonnesCO2e, statedBy, maker, counts }]) =>
          tonnesCO2e === undefined
            ? []
            : [
                {
                  by: statedBy === 'maker' ? maker : 'others',
                  low: typeof tonnesCO2e === 'number' ? tonnesCO2e : tonnesCO2e.low,
                  high: typeof tonnesCO2e === 'number' ? tonnesCO2e : tonnesCO2e.high,
                  counts,
                },
              ],
        ),
        link: run.link,
      })),
      withoutEstimate: runs
        .filter(({ basis }) => basis.none !== undefined)
        .toSorted((a, b) => b.published.localeCompare(a.published))
        .map(({ id, name, makers, basis: { none } }) => ({
          id,
          name,
          makers,
          because: none?.because,
          sameAs: none?.because === 'same-run' ? none.as : undefined,
        })),
      vision: currentTraining().vision.map(({ row, facility }) => ({
        id: row.id,
        tonnesCO2e: range(facility.tonnesCO2e),
      })),
    }),
  },
  '/api/v1/training-method.json': {
    expected: () => ({
      ...header(release, /as the name of each field says/),
      title: /Not inference/,
      method: TRAINING_METHOD,
      flopSdLn: FLOP_SD_LN,
    }),
  },
  '/api/v1/training.csv': {
    read: (text) =>
      Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.map(
        ({ id, grid_gCO2e_per_kWh: grid, counts, release: of, licence, ...row }) => ({
          id,
          hours: cellsOf(row, 'accelerator_hours'),
          electricity: cellsOf(row, 'facility_MWh'),
          emissions: cellsOf(row, 'facility_tCO2e'),
          asMakersCount: cellsOf(row, 'as_makers_count_tCO2e'),
          grid,
          counts,
          of,
          licence,
        }),
      ),
    expected: () =>
      expected.map(({ run, facility, makers }) => ({
        id: run.id,
        hours: cellsWith(facility.chipHours),
        electricity: cellsWith(facility.megawattHours),
        emissions: cellsWith(facility.tonnesCO2e),
        asMakersCount: cellsWith(makers.tonnesCO2e),
        grid: String(Math.round(run.basis.facts?.grid.gramsPerKilowattHour ?? 0)),
        counts: 'training; not inference',
        of: release.release,
        licence: LICENCE,
      })),
  },
};
