import type { Workload } from '../../estimation/workload.ts';
import { countText } from '../../text/numbers.ts';

/** The tokens of a request in words: "500 in, 300 out", "18 000 in, 56 % of them cached, 400 out". */
export function tokensText({ inputTokens, cachedInputTokens, outputTokens }: Workload): string {
  const promptTokens = inputTokens + cachedInputTokens;
  const cached =
    cachedInputTokens === 0
      ? ''
      : ` (${Math.round((100 * cachedInputTokens) / promptTokens)} % cached)`;
  return `${roundedText(promptTokens)} in${cached}, ${roundedText(outputTokens)} out`;
}

/** Means are not known to the token: three digits are enough. */
function roundedText(tokens: number): string {
  return countText(Number(tokens.toPrecision(3)));
}
