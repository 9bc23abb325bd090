import { type ModelFacts, makerPath } from '../maker.ts';
import type { CatalogData } from '../read-data.ts';

/** One model's record with the place where a person finds it. */
export interface ModelRecord {
  /** maker/slug */
  id: string;
  slug: string;
  facts: ModelFacts;
  /** Path from the project's root, and the record's name in the file: the start of every problem. */
  at: { file: string; record: string };
}

/** Every model of every maker's file, in the files' order. */
export function modelRecords({ makers }: Pick<CatalogData, 'makers'>): ModelRecord[] {
  return [...makers].flatMap(([maker, { models }]) =>
    Object.entries(models).map(([slug, facts]) => ({
      id: `${maker}/${slug}`,
      slug,
      facts,
      at: { file: makerPath(maker), record: slug },
    })),
  );
}
