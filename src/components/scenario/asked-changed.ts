/** Said on the document when a reader has changed the scenario or what figures are per. */
export const ASKED_CHANGED = 'asked-changed';
