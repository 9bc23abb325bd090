import type { Workload } from '../estimation/workload.ts';
import { tokensFromText } from './token-count.ts';
import { shortTokenText } from './tokens.ts';

/** Between the counts of a workload in a link: no address has to escape it. */
export const SEPARATOR = '*';

/** A workload as links have it, fresh input, cached input and output: "10k*0*1.5k". */
export function workloadText({ inputTokens, cachedInputTokens, outputTokens }: Workload): string {
  return [inputTokens, cachedInputTokens, outputTokens].map(shortTokenText).join(SEPARATOR);
}

/** The workload that such a text means; undefined where it means none, or no tokens at all. */
export function workloadFromText(text: string): Workload | undefined {
  const texts = text.split(SEPARATOR);
  if (texts.length !== 3) return undefined;
  const [inputTokens, cachedInputTokens, outputTokens] = texts.map(tokensFromText);
  if (inputTokens === undefined || cachedInputTokens === undefined || outputTokens === undefined) {
    return undefined;
  }
  const workload = { inputTokens, cachedInputTokens, outputTokens };
  return hasTokens(workload) ? workload : undefined;
}

/** Tokens as links have them, with the requests that they belong to where these are known. */
export function usageText(workload: Workload): string {
  const { requests } = workload;
  const tokens = workloadText(workload);
  return requests === undefined ? tokens : `${tokens}${SEPARATOR}${shortTokenText(requests)}`;
}

/** The tokens that such a text means; undefined where it means none, or no request at all. */
export function usageFromText(text: string): Workload | undefined {
  const counts = text.split(SEPARATOR);
  if (counts.length < 4) return workloadFromText(text);
  const workload = workloadFromText(counts.slice(0, 3).join(SEPARATOR));
  const requests = counts.length === 4 ? tokensFromText(counts[3] ?? '') : undefined;
  return workload === undefined || requests === undefined || requests === 0
    ? undefined
    : { ...workload, requests };
}

/** Whether there is anything to compute. */
export function hasTokens({ inputTokens, cachedInputTokens, outputTokens }: Workload): boolean {
  return inputTokens + cachedInputTokens + outputTokens > 0;
}
