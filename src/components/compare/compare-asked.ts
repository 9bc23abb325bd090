import type { Method } from '../../estimation/method.ts';
import { type Preparation, prepare } from '../../estimation/preparation.ts';
import { AS_SERVED, type Scenario } from '../../estimation/scenario.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../estimation/workload.ts';
import type { ModelFile } from '../../release/index-json.ts';
import { modelJsonPath } from '../../release/model-json-path.ts';
import { gridTables, scenarioOf } from '../scenario/grid-choice.ts';
import { isAsServed, scenarioFromSearch } from '../scenario/scenario-state.ts';
import { askedWorkloads } from '../workload/asked-workload.ts';
import { type Per, PUBLISHED_PER, perFromSearch } from '../workload/per.ts';
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

const files = new Map<string, Promise<ModelFile | undefined>>();
let preparation: Promise<Preparation> | undefined;

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
    preparationOnce(),
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
  const state = scenarioFromSearch(search);
  const per = perFromSearch(search);
  const [scenario, askedOf] = await Promise.all([
    isAsServed(state) ? AS_SERVED : gridTables().then((tables) => scenarioOf(state, tables)),
    askedWorkloads(per),
  ]);
  return { per, scenario, askedOf };
}

function asPublished(error: unknown): Wish {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    per: PUBLISHED_PER,
    scenario: AS_SERVED,
    askedOf: () => ({ workload: PER_THOUSAND_OUTPUT_TOKENS }),
    problem: `These figures are as published, not as you ask. ${reason.replace(/\.?$/, '.')}`,
  };
}

function modelFile(id: string): Promise<ModelFile | undefined> {
  const known = files.get(id);
  if (known !== undefined) return known;
  const file = fetchModel(id);
  files.set(id, file);
  // What could not be had is asked for again next time.
  file.catch(() => files.delete(id));
  return file;
}

async function fetchModel(id: string): Promise<ModelFile | undefined> {
  const response = await fetch(encodeURI(modelJsonPath(id)));
  if (response.ok) return response.json();
  if (response.status === 404) return undefined;
  throw new Error(`${modelJsonPath(id)} answered ${response.status}`);
}

function preparationOnce(): Promise<Preparation> {
  preparation ??= fetch('/api/v1/method.json')
    .then((response): Promise<{ method: Method }> => {
      if (!response.ok) throw new Error(`/api/v1/method.json answered ${response.status}`);
      return response.json();
    })
    .then(({ method }) => prepare(method));
  preparation.catch(() => {
    preparation = undefined;
  });
  return preparation;
}
