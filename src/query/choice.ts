import type { Choice, ChosenModel } from '../estimation/choice.ts';
import type { Range } from '../estimation/ranges.ts';
import { shortNameOf } from '../library/model-names.ts';
import { LinkReader, single } from '../ui/link/link-reader.ts';
import type { Asked } from './asked.ts';
import { coreWorker } from './core-worker.ts';
import { askedOfModels } from './estimates.ts';
import { knownNames } from './known-names.ts';

/** The model that a reader uses now, by any of its names. */
export const NOW = single<string | undefined>('now', undefined, (text, { isModel }) =>
  isModel === undefined || isModel(text) ? text : undefined,
);

/** The name of the model that a link says its reader uses now. */
export function nowFromSearch(search: string): string | undefined {
  return new LinkReader(search).read(NOW);
}

/** A model by its id and the name that readers know. */
export interface NamedId {
  id: string;
  name: string;
}

/** The model that a link says its reader uses now; undefined where it names none, or none that is known. */
export async function modelInUse(search: string): Promise<NamedId | undefined> {
  const text = nowFromSearch(search);
  if (text === undefined) return undefined;
  const { finder } = await knownNames();
  const resolution = finder.resolve(text);
  if (resolution.kind !== 'found') return undefined;
  const { id, name } = resolution.model;
  return { id, name: shortNameOf(name) };
}

/** The same where figures are to be multiples of it. Rejects, too, where a link names none. */
export async function modelHeldAgainst(search: string): Promise<NamedId> {
  const inUse = await modelInUse(search);
  if (inUse === undefined)
    throw new Error('Name the model that you now use to see multiples of it');
  return inUse;
}

/** What is wrong where the model that others are held against cannot do what is asked. */
export function withoutFigure({ name }: NamedId): Error {
  return new Error(`${name} has no figure for what is asked, so nothing is a multiple of it`);
}

/** A model that was chosen from some. */
export type AskedChosen = Omit<ChosenModel, 'candidate'> & { id: string };

/** Which of some models emit least, as asked. */
export interface AskedChoice extends Omit<Choice, 'chosen' | 'highest'> {
  /** The first is the answer. */
  chosen: readonly AskedChosen[];
  highest: AskedChosen;
  /** Those chosen from, a model under several terms of sale once. */
  candidates: readonly string[];
  /** gCO2e of the model in use, where one is named that can do what is asked. */
  inUseGramsCO2e: Range | undefined;
}

/**
 * Chooses among models as a reader asks, in a thread of its own, by the core that made the release.
 * `inUse` is the model that they are held against, if one is named. Undefined where no model can do
 * what is asked. Rejects as `estimatesFor` does.
 */
export async function choiceFor(
  asked: Asked,
  ids: readonly string[],
  inUse: string | undefined,
): Promise<AskedChoice | undefined> {
  const all = inUse === undefined ? ids : [...ids, inUse];
  const { scenario, workloads } = await askedOfModels(asked, all);
  const able = ids.filter((id) => workloads.has(id));
  const { choice, candidates, inUseGramsCO2e } = await coreWorker
    .ask({ wanted: 'choice', scenario, workloads, candidates: able, inUse })
    .answer('choice');
  if (choice === undefined) return undefined;
  const named = ({ candidate, ...one }: ChosenModel): AskedChosen => ({
    ...one,
    id: candidates[candidate] ?? '',
  });
  return {
    places: choice.places,
    chosen: choice.chosen.map(named),
    highest: named(choice.highest),
    candidates,
    inUseGramsCO2e,
  };
}
