import { AS_SERVED, type Scenario } from '../../estimation/scenario.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../estimation/workload.ts';
import type { ModelJson } from '../../published/model-json.ts';
import { modelJsonPath } from '../../published/model-json-path.ts';
import { AS_PUBLISHED, type Asked, askedOf } from '../../query/asked.ts';
import { isAsServed } from '../../query/asked-scenario.ts';
import { askedWorkloads } from '../../query/asked-workload.ts';
import { gridTables, scenarioOf } from '../../query/grid-choice.ts';
import { publishedPreparation } from '../../query/published-core.ts';
import { publishedFile, UnreadFile } from '../../query/published-file.ts';
import { reasonOf } from '../../ui/try-again.ts';
import { type ComparedFigures, comparedFigures } from './compared-figures.ts';

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
  const [answers, prepared, wish] = await Promise.all([
    Promise.all(ids.map(modelFile)),
    publishedPreparation(),
    wishOf(search).catch(asPublished),
  ]);
  const { asked, scenario, workloadOf, problem } = wish;
  const found = answers.filter((file) => file !== undefined);
  return {
    asked,
    scenario,
    figures: comparedFigures(
      found.map((file) => ({ file, asked: workloadOf(file.id) })),
      prepared,
      scenario,
    ),
    missing: ids.filter((_, index) => answers[index] === undefined),
    problem,
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
