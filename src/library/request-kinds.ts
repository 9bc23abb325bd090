import type { OneRequest } from '../estimation/workload.ts';

/** Requests that are the same whatever the model, as links call them. */
export const PRESETS = [
  'chat',
  'long-document',
  'reasoning',
  'coding-agent',
  'openrouter-mean',
] as const;
export type Preset = (typeof PRESETS)[number];

/** Each model's own mean request on OpenRouter, as links call it. */
export const AS_USED = 'as-used';

/** A kind of request, in tokens. */
export interface RequestKind<Id = Preset | typeof AS_USED> {
  id: Id;
  name: string;
  workload: OneRequest;
  /** Counted without what models write to themselves before they answer. */
  withoutReasoning?: true;
  /** Source ids of its token counts. */
  sources: readonly string[];
}
