import { type ParameterName, parametersOf } from '../ui/link/address.ts';

/** What a link can say of how the models are served. */
export const SCENARIO_PARAMETERS = [
  'grid',
  'pue',
  'boundary',
] as const satisfies readonly ParameterName[];

/** All that asks for other figures than those that are published. */
const FIGURE_PARAMETERS = [
  ...SCENARIO_PARAMETERS,
  'per',
] as const satisfies readonly ParameterName[];

/** The same, and what asks for another form of them. */
export const ASKING_PARAMETERS = [
  ...FIGURE_PARAMETERS,
  'unit',
] as const satisfies readonly ParameterName[];

/**
 * Whether an address asks for other figures than those that are published, or in another unit. It only looks; what the
 * address means is read by what computes, which is fetched when something is asked.
 */
export function isAsked(search: string): boolean {
  return says(search, ASKING_PARAMETERS);
}

/** Whether it asks for other figures, in whatever unit. It only looks, too. */
export function areOthersAsked(search: string): boolean {
  return says(search, FIGURE_PARAMETERS);
}

function says(search: string, names: readonly ParameterName[]): boolean {
  const parameters = parametersOf(search);
  return names.some((name) => parameters.getAll(name).some((text) => text.trim() !== ''));
}

/** Said on the document when a reader has changed the scenario, what figures are per or what they are weighed in. */
export const ASKED_CHANGED = 'asked-changed';
