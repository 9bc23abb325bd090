import { assumedAccelerator } from '../../estimation/training/assumed-accelerator.ts';
import type { StatedEnergy, TrainingFacts } from '../../estimation/training/estimate.ts';
import { gridSdLn, TRAINING_METHOD } from '../../estimation/training/method.ts';
import { tokensOfSize } from '../../estimation/training/tokens-of-size.ts';
import { yearOf } from '../../library/days.ts';
import { gridZone } from '../grid.ts';
import type { TrainingData } from '../read-training.ts';
import type { TrainingAcceleratorFile } from '../training-accelerator.ts';
import type { Lineage } from '../training-lineage.ts';
import type { RunRow } from '../training-run.ts';
import type { TrainingStatement } from '../training-statement.ts';
import { acceleratorOf, dataSheetOf } from './accelerator-named.ts';
import { acceleratorNamed } from './hardware-name.ts';
import type { KnownRun } from './known-run.ts';
import { flopOf, type OwnOperations, ownOperations } from './own-operations.ts';
import { withRecordedLineage } from './recorded-lineage.ts';
import { hoursOf, statedHours, turnedBackAt } from './run-hours.ts';
import { releasesOfRuns } from './same-run.ts';

/** Sources that the estimates rest on beside those of the data. */
export const TRAINING_METHOD_SOURCES = ['ember-2025'] as const;

/**
 * Every training run that anything is known of: the table's, and those that makers' statements tell of.
 * `activeParameters` are those of the models that runs made, by the runs' ids.
 */
export function knownRuns(
  {
    runs: rows,
    lineage,
    statements,
    accelerators,
  }: Pick<TrainingData, 'runs' | 'lineage' | 'statements' | 'accelerators'>,
  activeParameters: ReadonlyMap<string, number>,
): KnownRun[] {
  const runs = withRecordedLineage(rows, lineage);
  const recorded = new Map(Object.entries(lineage));
  const byName = new Map(runs.map((row) => [row.name, row]));
  const flopOfTable = new Map(rows.map(({ id, flop }) => [id, flop]));
  const entries = Object.entries(statements);
  const ofRun = Map.groupBy(entries, ([, { run }]) => run ?? '');
  const releases = releasesOfRuns(runs, {
    lineage,
    statedAlone: (id) => usable(ofRun.get(id) ?? []) !== undefined,
  });
  return [
    ...runs.map((row) =>
      runOfRow(row, {
        byName,
        sameAs: releases.get(row.id),
        statements: ofRun.get(row.id) ?? [],
        accelerators,
        activeParameters:
          row.active_parameters ??
          recorded.get(row.id)?.activeParameters ??
          activeParameters.get(row.id),
        recordedFlop: recordedFlop(recorded.get(row.id), flopOfTable.get(row.id)),
      }),
    ),
    ...entries.flatMap((entry) => runOfStatement(entry, accelerators) ?? []),
  ];
}

function runOfRow(
  row: RunRow,
  {
    byName,
    sameAs,
    statements,
    accelerators,
    activeParameters,
    recordedFlop,
  }: {
    byName: ReadonlyMap<string, RunRow>;
    sameAs: RunRow | undefined;
    statements: KnownRun['statements'];
    accelerators: TrainingAcceleratorFile;
    activeParameters: number | undefined;
    recordedFlop: KnownRun['recordedFlop'];
  },
): KnownRun {
  const stated = usable(statements);
  const named =
    acceleratorOf(stated?.accelerator, accelerators) ??
    acceleratorOf(acceleratorNamed(row.hardware), accelerators);
  const country = stated?.country ?? row.countries[0];
  const accelerator = {
    ...(named ??
      dataSheetOf(
        assumedAccelerator({
          byGoogle: row.makers.some((maker) => /google|deepmind/i.test(maker)),
          country: row.countries[0],
          year: yearOf(row.published),
        }),
        accelerators,
      )),
    stated: named !== undefined,
  };
  const common = {
    accelerator,
    acceleratorStated: accelerator.stated,
    grid: gridOf(country, stated?.country === undefined && row.countries.length > 1),
  };
  const own = ownOperations(row, byName);
  const { chipHours, setAside, contradiction } = hoursOf(row, {
    stated,
    flop: own.flop,
    accelerator,
    bases: row.bases.flatMap((name) => byName.get(name) ?? []),
  });
  const facts: TrainingFacts = {
    ...common,
    energy: stated && statedEnergy(stated),
    chipHours,
    flop: flopOf(row, own.flop, activeParameters),
    throughput: own.flop === undefined ? undefined : turnedBackAt(row, accelerator),
    size: sizeOf(row, activeParameters),
  };
  return {
    id: row.id,
    name: row.name,
    makers: row.makers,
    country,
    countryStated: stated?.country !== undefined,
    published: row.published,
    domains: row.domains,
    access: row.access,
    row,
    statements,
    accelerator,
    activeParameters,
    recordedFlop,
    hoursSetAside: setAside,
    hoursContradiction: contradiction,
    link: row.link,
    basis: basisOf(facts, sameAs, own),
  };
}

/** What is recorded of a run's operations, and those of its table. */
function recordedFlop(
  record: Lineage | undefined,
  ofTable: number | undefined,
): KnownRun['recordedFlop'] {
  return record?.flop === undefined ? undefined : { ofTable, record };
}

function basisOf(
  facts: TrainingFacts,
  sameAs: RunRow | undefined,
  own: OwnOperations,
): KnownRun['basis'] {
  const measured = facts.energy !== undefined || facts.chipHours !== undefined;
  if (sameAs !== undefined) return { none: { because: 'same-run', as: sameAs.id } };
  // Where a row contradicts itself nothing in it is taken for its maker's words.
  if (own.none?.because === 'own-part-contradicted') return { none: own.none };
  if (measured || facts.flop !== undefined || facts.size !== undefined) return { facts };
  return { none: own.none ?? { because: 'nothing-stated' } };
}

/** A run that no table has, from what its maker states. */
function runOfStatement(
  [id, statement]: readonly [string, TrainingStatement],
  accelerators: TrainingAcceleratorFile,
): KnownRun | undefined {
  const { trained, what, maker, country = trained?.countries[0] } = statement;
  if (trained === undefined) return undefined;
  const named = acceleratorOf(statement.accelerator, accelerators);
  const accelerator =
    named ??
    dataSheetOf(
      assumedAccelerator({ byGoogle: false, country, year: yearOf(trained.published) }),
      accelerators,
    );
  const facts: TrainingFacts = {
    energy: statedEnergy(statement),
    chipHours: statedHours(statement),
    accelerator,
    acceleratorStated: named !== undefined,
    grid: gridOf(country, false),
  };
  return {
    id,
    name: what,
    makers: [maker],
    country,
    countryStated: statement.country !== undefined,
    published: trained.published,
    domains: trained.domains,
    access: trained.access,
    row: undefined,
    statements: [[id, statement]],
    accelerator: { ...accelerator, stated: named !== undefined },
    activeParameters: undefined,
    recordedFlop: undefined,
    hoursSetAside: undefined,
    hoursContradiction: undefined,
    link: trained.link,
    basis:
      facts.energy === undefined && facts.chipHours === undefined
        ? { none: { because: 'nothing-stated' } }
        : { facts },
  };
}

/** The maker's own statement of the final run, which hours and electricity are taken from. */
function usable(statements: KnownRun['statements']): TrainingStatement | undefined {
  return statements.find(
    ([, { statedBy, counts, megawattHours, acceleratorHours, doubt }]) =>
      statedBy === 'maker' &&
      doubt === undefined &&
      counts === 'final-runs' &&
      (megawattHours !== undefined || acceleratorHours !== undefined),
  )?.[1];
}

function statedEnergy({ megawattHours, energy }: TrainingStatement): StatedEnergy | undefined {
  return megawattHours === undefined || energy === undefined
    ? undefined
    : { megawattHours, ...energy };
}

/** The size of a language model that was trained from its beginning. */
function sizeOf(row: RunRow, activeParameters: number | undefined): TrainingFacts['size'] {
  const { parameters, domains, bases, published } = row;
  if (parameters === undefined || !domains.includes('Language') || bases.length > 0) {
    return undefined;
  }
  const size = { totalParameters: parameters, activeParameters, year: yearOf(published) };
  return tokensOfSize(size) === undefined ? undefined : size;
}

/** The grid of a country's mean, or the world's where the country is unknown or one of several. */
function gridOf(country: string | undefined, several: boolean): TrainingFacts['grid'] {
  const zone = country === undefined ? undefined : gridZone(country);
  const { unknownCountry } = TRAINING_METHOD.gridSdLn;
  if (zone === undefined) {
    return {
      gramsPerKilowattHour: TRAINING_METHOD.worldGridGramsPerKilowattHour,
      sdLn: unknownCountry,
    };
  }
  return {
    gramsPerKilowattHour: zone.gramsPerKilowattHour,
    sdLn: several ? Math.max(unknownCountry, gridSdLn(country)) : gridSdLn(country),
  };
}
