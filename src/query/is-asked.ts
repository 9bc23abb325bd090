import { type ParameterName, parametersOf } from '../ui/link/address.ts';

/** What a link can say of how the models are served. */
export const SCENARIO_PARAMETERS = [
  'grid',
  'pue',
  'boundary',
] as const satisfies readonly ParameterName[];

/** All that asks for other figures than those that are published. */
export const ASKING_PARAMETERS = [
  ...SCENARIO_PARAMETERS,
  'per',
  'unit',
] as const satisfies readonly ParameterName[];

/**
 * Whether an address asks for other figures than those that are published. It only looks; what the
 * address means is read by what computes, which is fetched when something is asked.
 */
export function isAsked(search: string): boolean {
  const parameters = parametersOf(search);
  return ASKING_PARAMETERS.some((name) =>
    parameters.getAll(name).some((text) => text.trim() !== ''),
  );
}

/** Said on the document when a reader has changed the scenario, what figures are per or what they are weighed in. */
export const ASKED_CHANGED = 'asked-changed';
