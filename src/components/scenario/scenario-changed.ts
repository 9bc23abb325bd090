/** Fired on the document when the reader has changed the scenario, which the address then holds. */
export const SCENARIO_CHANGED = 'scenario-changed';
