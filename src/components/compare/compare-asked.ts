import { AS_SERVED, type Scenario } from '../../estimation/scenario.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../estimation/workload.ts';
import type { ModelJson } from '../../published/model-json.ts';
import { modelJsonPath } from '../../published/model-json-path.ts';
import { AS_PUBLISHED, type Asked, askedOf } from '../../query/asked.ts';
import { isAsServed } from '../../query/asked-scenario.ts';
import { askedWorkloads } from '../../query/asked-workload.ts';
import { gridTables, scenarioOf } from '../../query/grid-choice.ts';
import { publishedFile, UnreadFile } from '../../query/published-file.ts';
import { WorkerClient } from '../../query/worker-client.ts';
import { reasonOf } from '../../ui/try-again.ts';
import type { AnsweredModel, AskedModel, ComparedFigures } from './compared-figures.ts';
import { isAnswered } from './compared-figures.ts';
import type { ComparisonAnswer, ComparisonRequest, PlacedInput } from './comparison-worker.ts';

const client = new WorkerClient<ComparisonRequest, ComparisonAnswer>(
  () => new Worker(new URL('./comparison-worker.ts', import.meta.url), { type: 'module' }),
);

/** A comparison as an address asks for it. */
export interface AskedComparison {
  asked: Asked;
  /** That of it which the core computes with. */
  scenario: Scenario;
  figures: ComparedFigures;
  /** Ids that have no file in this release. */
  missing: string[];
  /** Why the figures are not those that the address asks for, if so. */
  problem: string | undefined;
}

interface Wish {
  asked: Asked;
  scenario: Scenario;
  workloadOf: Awaited<ReturnType<typeof askedWorkloads>>;
  problem?: string;
}

/**
 * Compares models as the address asks. Where a scenario or a request cannot be had, the figures are
 * as published, and it says so. Rejects where the published files cannot be read.
 */
export async function compareAsked(
  ids: readonly string[],
  search: string,
): Promise<AskedComparison> {
  client.begin();
  const [answers, wish] = await Promise.all([
    Promise.all(ids.map(modelFile)),
    wishOf(search).catch(asPublished),
  ]);
  const { asked, scenario, workloadOf, problem } = wish;
  const found = answers.filter((file) => file !== undefined);
  return {
    asked,
    scenario,
    figures: await figuresOf(
      found.map((file) => ({ file, asked: workloadOf(file.id) })),
      scenario,
    ),
    missing: ids.filter((_, index) => answers[index] === undefined),
    problem,
  };
}

/** Compares them in a thread of its own, which gets of each file only what it computes from. */
async function figuresOf(
  models: readonly AskedModel[],
  scenario: Scenario,
): Promise<ComparedFigures> {
  const placed = models.map(({ file: { estimationInput }, asked }, place) => ({
    file: { place, estimationInput },
    asked,
  }));
  const { figures } = await client.ask({ scenario, models: placed }).answer('comparison');
  return withFiles(
    figures,
    models.map(({ file }) => file),
  );
}

/** The same figures, of the models' own files. */
function withFiles(
  figures: ComparedFigures<PlacedInput>,
  files: readonly ModelJson[],
): ComparedFigures {
  const fileOf = ({ place }: PlacedInput): ModelJson => {
    const file = files[place];
    if (file === undefined)
      throw new Error(`There is no model at place ${place} of this comparison`);
    return file;
  };
  const named = new Map<AnsweredModel<PlacedInput>, AnsweredModel>();
  const own = (model: AnsweredModel<PlacedInput>): AnsweredModel => {
    const known = named.get(model) ?? { ...model, file: fileOf(model.file) };
    named.set(model, known);
    return known;
  };
  return {
    models: figures.models.map((model) =>
      isAnswered(model) ? own(model) : { ...model, file: fileOf(model.file) },
    ),
    pairs: figures.pairs.map(({ first, second, comparison }) => ({
      first: own(first),
      second: own(second),
      comparison,
    })),
  };
}

async function wishOf(search: string): Promise<Wish> {
  const asked = await askedOf(search);
  const [scenario, workloadOf] = await Promise.all([
    isAsServed(asked.scenario)
      ? AS_SERVED
      : gridTables().then((tables) => scenarioOf(asked.scenario, tables)),
    askedWorkloads(asked),
  ]);
  return { asked, scenario, workloadOf };
}

function asPublished(error: unknown): Wish {
  return {
    asked: AS_PUBLISHED,
    scenario: AS_SERVED,
    workloadOf: () => ({ workload: PER_THOUSAND_OUTPUT_TOKENS }),
    problem: `These figures are as published, not as you ask. ${reasonOf(error)}.`,
  };
}

async function modelFile(id: string): Promise<ModelJson | undefined> {
  try {
    return await publishedFile(modelJsonPath(id));
  } catch (error) {
    if (error instanceof UnreadFile && error.status === 404) return undefined;
    throw error;
  }
}
