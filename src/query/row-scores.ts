import { QUALITY_INDICES, type QualityIndex } from '../library/quality-level.ts';

/** What a model scores, where anybody has tested it. */
export type Scores = Readonly<Partial<Record<QualityIndex, number | undefined>>>;

/** Scores as an attribute of a row: one after another, an empty place for one that it has not. */
export function scoresText(scores: Scores | undefined): string | undefined {
  const text = QUALITY_INDICES.map((index) => scores?.[index] ?? '').join(' ');
  return text.trim() === '' ? undefined : text;
}

/** The same, read. */
export function scoresFromText(text: string): Scores {
  const scores = text.split(' ');
  return Object.fromEntries(
    QUALITY_INDICES.flatMap((index, place) => {
      const score = scores[place] ?? '';
      return score === '' ? [] : [[index, Number(score)]];
    }),
  );
}
