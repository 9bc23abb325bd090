import * as z from 'zod';
import { count, positive } from './csv-numbers.ts';
import { optionalCell } from './training-run.ts';

/** Path of the vision models from the project's root. */
export const VISION_FILE = 'data/training/vision.csv';

/** The sources of that file, by how its ids begin. */
export const VISION_SOURCES = { timm: 'timm-results', openclip: 'openclip-results' } as const;

/** One trained vision model, with the samples that it saw where something says how many. */
export const VisionRow = z
  .strictObject({
    /** Collection and name: timm/vit_base_patch16_224.augreg_in21k. */
    id: z.string().regex(/^(timm|openclip)\/\S+$/, 'expected timm/... or openclip/...'),
    parameters: count,
    /** Multiply-accumulates of one forward pass. */
    macs: positive,
    samples_low: optionalCell(positive),
    samples: optionalCell(positive),
    samples_high: optionalCell(positive),
  })
  .refine(
    ({ samples_low: low, samples, samples_high: high }) =>
      samples === undefined
        ? low === undefined && high === undefined
        : low !== undefined && high !== undefined && low <= samples && samples <= high,
    { message: 'expected samples_low <= samples <= samples_high, or none of them' },
  );
export type VisionRow = z.infer<typeof VisionRow>;

/** data/training/vision.csv */
export const VisionRows = z.array(VisionRow);
