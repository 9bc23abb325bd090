import { AS_SERVED, type Scenario } from '../../estimation/scenario.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../estimation/workload.ts';
import type { ModelJson } from '../../published/model-json.ts';
import { modelJsonPath } from '../../published/model-json-path.ts';
import { askedWorkloads } from '../../query/asked-workload.ts';
import { askedScenario, gridTables, scenarioOf } from '../../query/grid-choice.ts';
import { type Per, PUBLISHED_PER, perFromSearch } from '../../query/per.ts';
import { publishedPreparation } from '../../query/published-core.ts';
import { publishedFile, UnreadFile } from '../../query/published-file.ts';
import { isAsServed } from '../../query/scenario.ts';
import { reasonOf } from '../../ui/problem.ts';
import { type ComparedFigures, comparedFigures } from './compared-figures.ts';

/** A comparison as an address asks for it. */
export interface AskedComparison {
  per: Per;
  scenario: Scenario;
  figures: ComparedFigures;
  /** Ids that have no file in this release. */
  missing: string[];
  /** Why the figures are not those that the address asks for, if so. */
  problem: string | undefined;
}

interface Wish {
  per: Per;
  scenario: Scenario;
  askedOf: Awaited<ReturnType<typeof askedWorkloads>>;
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
  const { per, scenario, askedOf, problem } = wish;
  const found = answers.filter((file) => file !== undefined);
  return {
    per,
    scenario,
    figures: comparedFigures(
      found.map((file) => ({ file, asked: askedOf(file.id) })),
      prepared,
      scenario,
    ),
    missing: ids.filter((_, index) => answers[index] === undefined),
    problem,
  };
}

async function wishOf(search: string): Promise<Wish> {
  const state = await askedScenario(search);
  const per = perFromSearch(search);
  const [scenario, askedOf] = await Promise.all([
    isAsServed(state) ? AS_SERVED : gridTables().then((tables) => scenarioOf(state, tables)),
    askedWorkloads(per),
  ]);
  return { per, scenario, askedOf };
}

function asPublished(error: unknown): Wish {
  return {
    per: PUBLISHED_PER,
    scenario: AS_SERVED,
    askedOf: () => ({ workload: PER_THOUSAND_OUTPUT_TOKENS }),
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
