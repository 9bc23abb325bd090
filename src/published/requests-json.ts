import * as z from 'zod';
import type { CatalogData } from '../catalog/read-data.ts';
import type { Workload } from '../estimation/workload.ts';
import type { TokenLimits } from '../library/request-fit.ts';
import type { Preset, RequestKind } from '../library/request-kinds.ts';
import { currentUsage } from '../release/current.ts';
import type { Release } from '../release/release.ts';
import type { ReleasedUsage } from '../release/released-usage.ts';
import { presetRequests, requestAsUsed } from '../release/typical-requests.ts';
import { fileHeader, jsonFile } from './api-file.ts';
import { HEADER, Sources } from './parts.ts';

const LICENCE = 'CC-BY-4.0; context lengths and mean requests: OpenRouter';

/** The requests that figures can be asked for, in tokens, and what each model can read and write. */
export interface RequestsJson extends ReturnType<typeof fileHeader> {
  presets: RequestKind<Preset>[];
  models: Record<string, TokenLimits & { asUsed?: Workload; asUsedLeftOut?: string }>;
}

/** For requests.json. */
export function requestsJson(
  release: Release,
  { visible, used }: Pick<ReleasedUsage, 'visible' | 'used'>,
  { factors }: Pick<CatalogData, 'factors'>,
): RequestsJson {
  const usedById = new Map(used.map(({ model, tokens }) => [model.id, tokens]));
  return {
    ...fileHeader(release, {
      title: 'Requests that figures can be asked for, and how long a one each model can answer',
      unit: 'tokens of the model’s own tokenizer in one request',
      licence: LICENCE,
    }),
    presets: presetRequests(factors.workloads, visible),
    models: Object.fromEntries(
      release.models.map(({ id, listed }) => {
        const own = requestAsUsed(listed, usedById.get(id), factors.workloads);
        const { contextTokens, maxOutputTokens } = listed;
        return [
          id,
          {
            contextTokens,
            maxOutputTokens,
            ...('because' in own ? { asUsedLeftOut: own.because } : { asUsed: own.workload }),
          },
        ];
      }),
    ),
  };
}

const TokensOfRequest = z
  .strictObject({
    inputTokens: z.number(),
    cachedInputTokens: z.number(),
    outputTokens: z.number(),
  })
  .describe('Tokens of one request');

const RequestsFile = z.strictObject({
  ...HEADER,
  presets: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      workload: TokensOfRequest,
      sources: Sources,
    }),
  ),
  models: z
    .record(
      z.string(),
      z.strictObject({
        contextTokens: z.int().optional(),
        maxOutputTokens: z.int().optional(),
        asUsed: TokensOfRequest.optional().describe('Its mean request on OpenRouter'),
        asUsedLeftOut: z.string().optional().describe('Why it has no mean request'),
      }),
    )
    .describe('By id: how long a request each model can answer'),
});

export const REQUESTS = jsonFile({
  name: 'requests',
  holds: 'Kinds of request in tokens, and how long a one each model can answer',
  licence: LICENCE,
  schema: RequestsFile,
  object: ({ release, data }) => requestsJson(release, currentUsage(), data),
});
