import path from 'node:path';
import { stringify } from 'yaml';
import type { CatalogData } from '../catalog/read-data.ts';
import { activeParametersOfRuns } from '../catalog/training/active-parameters.ts';
import type { KnownRun } from '../catalog/training/known-run.ts';
import { knownRuns } from '../catalog/training/known-runs.ts';
import { StatementFile, type TrainingStatement } from '../catalog/training-statement.ts';
import { writeAtomically } from '../catalog/write-atomically.ts';
import { estimateTraining } from '../estimation/training/estimate.ts';
import { rangeOfSpread } from '../estimation/training/spread.ts';
import { GRAMS_PER_TONNE } from '../estimation/units.ts';
import { askEach } from '../openrouter/ask-each.ts';
import type { OnProgress } from '../openrouter/openrouter-source.ts';
import { type CardEmissions, cardEmissions } from './card-emissions.ts';
import type { Hub } from './hub.ts';
import { headOf, slugOf, sourceFileText } from './proposal.ts';
import { isFineTuning, statementOf } from './statement-of-card.ts';
import { type TrainedRepository, trainedRepositories } from './trained-repositories.ts';

/** What a pull of statements found, for a person to read. */
export interface StatementsReport {
  asked: number;
  /** Cards without a figure. */
  silent: number;
  /** Statements proposed, by their keys. */
  proposed: string[];
  /** Cards that say what is recorded. */
  agreeing: string[];
  /** Cards that say something else, a line each. */
  differing: string[];
  unread: string[];
  /** Why a card could not be read, a line each. */
  failures: string[];
  gaveUp?: string;
}

/**
 * Reads the emissions that the cards of models state, of those models that data/training names. What is
 * not recorded is proposed as statements, in files in `folder`; what is recorded otherwise is told, and stays.
 */
export async function pullStatements({
  hub,
  data,
  folder,
  today,
  onProgress,
}: {
  hub: Hub;
  data: CatalogData;
  folder: string;
  today: string;
  onProgress: OnProgress;
}): Promise<StatementsReport> {
  const repositories = trainedRepositories(data);
  const { answers, failures, gaveUp } = await askEach(
    'model cards',
    repositories,
    async ({ id }) => cardEmissions((await hub.model(id)).cardData) ?? 'silent',
    onProgress,
  );
  const report: StatementsReport = {
    asked: repositories.length,
    silent: [...answers.values()].filter((answer) => answer === 'silent').length,
    proposed: [],
    agreeing: [],
    differing: [],
    unread: [],
    failures: repositories.flatMap(({ id }) => failures.get(id) ?? []),
    ...(gaveUp !== undefined && { gaveUp }),
  };
  const runs = new Map(
    knownRuns(data.training, activeParametersOfRuns(data)).map((run) => [run.id, run]),
  );
  const proposals = new Map<string, { statement: TrainingStatement; repository: string }>();
  const taken = (key: string) => proposals.has(key) || Object.hasOwn(data.training.statements, key);
  for (const repository of repositories) {
    const card = answers.get(repository.id);
    if (card === undefined || card === 'silent') continue;
    if ('unread' in card) {
      report.unread.push(`${repository.id}: ${card.unread}`);
      continue;
    }
    const statement = statementOf(repository, card, data);
    const before = [
      ...Object.entries(data.training.statements),
      ...[...proposals].map(([key, proposal]) => [key, proposal.statement] as const),
    ].filter(([, recorded]) => isOfTheSame(recorded, statement));
    const other = before.find(([, recorded]) => recorded.tonnesCO2e !== undefined);
    if (other === undefined) {
      const key = keyOf(repository.id, taken);
      proposals.set(key, { statement, repository: repository.id });
      report.proposed.push(`${key}${implausible(repository, card, runs)}`);
      continue;
    }
    const [key, recorded] = other;
    const line = `${key}: tonnesCO2e: ${tonnesText(recorded)} -> ${tonnesText(statement)} (${repository.id})`;
    if (agree(recorded, card)) report.agreeing.push(repository.id);
    else report.differing.push(`${line}${implausible(repository, card, runs)}`);
  }
  await writeStatements(proposals, folder, today);
  return report;
}

/** Whether two statements are of the same final run: cards state no other. */
function isOfTheSame(recorded: TrainingStatement, statement: TrainingStatement): boolean {
  if (recorded.counts !== statement.counts) return false;
  if (recorded.run !== undefined && recorded.run === statement.run) return true;
  const models = new Set(recorded.models);
  return statement.models?.some((model) => models.has(model)) ?? false;
}

const ROUNDING = 0.01;

function agree({ tonnesCO2e: recorded }: TrainingStatement, { grams }: CardEmissions): boolean {
  if (recorded === undefined) return false;
  const { low, high } = typeof recorded === 'number' ? { low: recorded, high: recorded } : recorded;
  const tonnes = grams / GRAMS_PER_TONNE;
  return tonnes >= low * (1 - ROUNDING) && tonnes <= high * (1 + ROUNDING);
}

function tonnesText({ tonnesCO2e: tonnes }: TrainingStatement): string {
  return typeof tonnes === 'object' ? `${tonnes.low} to ${tonnes.high}` : String(tonnes);
}

/** Beyond so many times the bounds of the estimate, a card states something else, or in another unit. */
const FAR = 30;

/** A warning where what a card states is far from what the run is estimated to have emitted. */
function implausible(
  { run }: TrainedRepository,
  card: CardEmissions,
  runs: ReadonlyMap<string, KnownRun>,
): string {
  const known = run === undefined ? undefined : runs.get(run);
  const estimate = known?.basis.facts && estimateTraining(known.basis.facts);
  if (estimate === undefined || isFineTuning(card)) return '';
  const { low, high } = rangeOfSpread(estimate.tonnes);
  const tonnes = card.grams / GRAMS_PER_TONNE;
  if (tonnes >= low / FAR && tonnes <= high * FAR) return '';
  const digits = (value: number) => Number(value.toPrecision(2));
  return `: ${tonnes} t is far from the ${digits(low)} to ${digits(high)} t that the run is estimated at; is the card in grams, and of this run?`;
}

async function writeStatements(
  proposals: ReadonlyMap<string, { statement: TrainingStatement; repository: string }>,
  folder: string,
  today: string,
): Promise<void> {
  if (proposals.size === 0) return;
  const file = StatementFile.parse(
    Object.fromEntries([...proposals].map(([key, { statement }]) => [key, statement])),
  );
  const head = (place: string) => headOf('pull:training', today, place);
  await writeAtomically(
    path.join(folder, 'training', 'statements.yaml'),
    head('data/training/statements.yaml') + stringify(file),
  );
  await writeAtomically(
    path.join(folder, 'training', 'sources.yaml'),
    head('data/training/sources.yaml') +
      sourceFileText(
        [...proposals.values()].map(({ repository }) => repository),
        'model card',
        today,
      ),
  );
}

function keyOf(repository: string, taken: (key: string) => boolean): string {
  const name = slugOf(repository.split('/')[1] ?? repository);
  return taken(name) ? slugOf(repository) : name;
}
