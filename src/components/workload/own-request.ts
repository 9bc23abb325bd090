import type { Workload } from '../../estimation/workload.ts';

/** What the fields of a reader's own request hold at first. */
export const OWN_REQUEST: Workload = { inputTokens: 1000, cachedInputTokens: 0, outputTokens: 300 };
