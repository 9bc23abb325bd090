import type { TrainingAccelerator } from '../../estimation/training/accelerators.ts';
import type { TrainingFacts } from '../../estimation/training/estimate.ts';
import type { Lineage } from '../training-lineage.ts';
import type { RunRow } from '../training-run.ts';
import type { TrainingStatement } from '../training-statement.ts';
import type { NoOwnOperations } from './own-operations.ts';
import type { KnownHours } from './run-hours.ts';

/** Why a run has no estimate. */
export type NoTrainingEstimate =
  | NoOwnOperations
  /** Its row is a release of a run that another row is of. */
  | { because: 'same-run'; as: string }
  /** Neither hours, operations nor a size that says something. */
  | { because: 'nothing-stated' };

/** What a run was trained on, or is taken to have been trained on. */
export interface RunAccelerator extends TrainingAccelerator {
  stated: boolean;
}

/** What is known of one training run, and what an estimate of it may rest on. */
export interface KnownRun {
  id: string;
  name: string;
  makers: readonly string[];
  /** Where it is taken to have been trained; undefined where nothing says. */
  country: string | undefined;
  /** Whether the place is stated for this run, not taken from the maker. */
  countryStated: boolean;
  published: string;
  domains: readonly string[];
  access: RunRow['access'];
  /** The row of Epoch AI's table, if it has one. */
  row: RunRow | undefined;
  /** What was stated of it, by the records' names. */
  statements: readonly (readonly [string, TrainingStatement])[];
  accelerator: RunAccelerator;
  /** That work on one token: of its row, else of the record of the model that it made. */
  activeParameters: number | undefined;
  /** That its operations are as recorded, in place of those of its table. */
  recordedFlop: { ofTable: number | undefined; record: Lineage } | undefined;
  /** Hours of its row that are not used. */
  hoursSetAside: KnownHours['setAside'];
  /** Where its row has hours twice, which of them are taken. */
  hoursContradiction: KnownHours['contradiction'];
  link: string | undefined;
  /** What the estimate rests on, or why there is none. */
  basis:
    | { facts: TrainingFacts; none?: undefined }
    | { facts?: undefined; none: NoTrainingEstimate };
}
