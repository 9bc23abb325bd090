/** The indices of Artificial Analysis that OpenRouter's list carries. */
export const QUALITY_INDICES = ['intelligence', 'coding', 'agentic'] as const;
export type QualityIndex = (typeof QUALITY_INDICES)[number];

/** What a model must be able to do: at least so much of an index. */
export interface QualityLevel {
  index: QualityIndex;
  least: number;
}

/** As addresses have it: "coding-50". */
export function levelText({ index, least }: QualityLevel): string {
  return `${index}-${least}`;
}

/** The level that such a text means; a number alone is of general intelligence. Undefined where it is none. */
export function levelFromText(text: string): QualityLevel | undefined {
  const [, name = 'intelligence', number = ''] =
    /^(?:([a-z]+)-)?(\d{1,3}(?:\.\d+)?)$/.exec(text.trim().toLowerCase()) ?? [];
  const index = QUALITY_INDICES.find((known) => known === name);
  return index === undefined || number === '' ? undefined : { index, least: Number(number) };
}

/** In so many of the cases a model must emit less to be offered in place of another that scores no more. */
export const OFFERED_FROM = 0.6;

/** So many are offered. */
export const MOST_OFFERED = 4;
