import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as z from 'zod';
import type { EstimationInput } from '../../src/estimation/preparation.ts';
import { type EstimationInputs, inputsById } from '../../src/library/estimation-inputs.ts';

/** What the tests know of the finished site: its files and its published numbers. */

/** The folder of the finished site. */
export const BUILT = 'dist';

/** The screens that the design names, in CSS pixels, and the smallest that pages must fit. */
export const SCREENS = {
  laptop: { width: 1280, height: 800 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
  smallest: { width: 320, height: 640 },
} as const;

const Range = z.object({ low: z.number(), central: z.number(), high: z.number() });

const PublishedIndex = z.object({
  models: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        evidence: z.enum(['measured', 'architecture', 'parameters', 'price']),
        maker: z.string(),
        supportsTools: z.boolean(),
        sameAs: z.string().optional(),
        artificialAnalysis: z.record(z.string(), z.number()).optional(),
        contextTokens: z.number().optional(),
        makerName: z.string(),
        perThousandOutputTokens: z.object({ gramsCO2e: Range }),
        emissionClass: z.object({ place: z.number(), of: z.number(), others: z.number() }),
        listPrice: z.object({ outputUsdPerMillionTokens: z.number().optional() }),
      }),
    )
    .min(1),
  notEstimated: z.array(z.object({ id: z.string(), kind: z.string(), reason: z.string().min(1) })),
});

const OfferedModels = z.object({ models: z.array(z.object({ id: z.string() })).min(1) });

/** /api/v1/index.json as published. Throws where it does not have the promised fields. */
export function publishedIndex(): z.infer<typeof PublishedIndex> {
  return PublishedIndex.parse(JSON.parse(builtFile('api/v1/index.json')));
}

/** Whether the list has the scores that the answer of the index and the front are made of. */
export function hasScores(): boolean {
  return publishedIndex().models.some(
    ({ artificialAnalysis }) => artificialAnalysis?.intelligence !== undefined,
  );
}

/** What each model is estimated from, by its id, as /api/v1/estimation-inputs.json says it. */
export function publishedInputs(): Map<string, EstimationInput> {
  const file: EstimationInputs = JSON.parse(builtFile('api/v1/estimation-inputs.json'));
  return inputsById(file);
}

/** The ids of everything that OpenRouter offered when the list was pulled. */
export function offeredIds(): string[] {
  const list: unknown = JSON.parse(readFileSync('data/openrouter/models.json', 'utf8'));
  return OfferedModels.parse(list).models.map(({ id }) => id);
}

/** The text of a finished file, by its path inside the site. Throws where it is missing. */
export function builtFile(path: string): string {
  return readFileSync(join(BUILT, path), 'utf8');
}

let paths: readonly string[] | undefined;

/** Paths of all finished files inside the site, with `/` between folders. */
export function builtPaths(): readonly string[] {
  paths ??= readdirSync(BUILT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(BUILT, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return paths;
}

// Halves go up as they are written, whatever double stands for them.
const twoDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 2, useGrouping: false });

/** Whether a text shows a published number as the site does: rounded to two significant digits. */
export function shows(text: string, value: number): boolean {
  const digits = text.replaceAll('\u202f', '');
  return /^\d+(\.\d+)?$/.test(digits) && Number(digits) === Number(twoDigits.format(value));
}
