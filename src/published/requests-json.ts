import * as z from 'zod';
import type { CatalogData } from '../catalog/read-data.ts';
import { tokensPerThousandWords } from '../catalog/thousand-words.ts';
import type { OneRequest } from '../estimation/workload.ts';
import type { TokenLimits } from '../library/request-fit.ts';
import type { Preset, RequestKind } from '../library/request-kinds.ts';
import type { TokensPerThousandWords } from '../library/thousand-words.ts';
import { currentUsage } from '../release/current.ts';
import type { Release } from '../release/release.ts';
import type { ReleasedUsage } from '../release/released-usage.ts';
import { presetRequests, requestAsUsed } from '../release/typical-requests.ts';
import { fileHeader, jsonFile } from './api-file.ts';
import { HEADER, Sources } from './parts.ts';

const LICENCE = 'CC-BY-4.0; context lengths and mean requests: OpenRouter';

/** The requests that figures can be asked for, in tokens; what each model can read, write, and makes of words. */
export interface RequestsJson extends ReturnType<typeof fileHeader> {
  presets: RequestKind<Preset>[];
  models: Record<
    string,
    TokenLimits & {
      asUsed?: OneRequest;
      asUsedLeftOut?: string;
      tokensPerThousandWords: TokensPerThousandWords;
      /** It can think before it answers. */
      reasons?: true;
    }
  >;
}

/** For requests.json. */
export function requestsJson(
  release: Release,
  { visible, used }: Pick<ReleasedUsage, 'visible' | 'used'>,
  { factors, tokenCounts }: Pick<CatalogData, 'factors' | 'tokenCounts'>,
): RequestsJson {
  const usedById = new Map(used.map(({ model, tokens }) => [model.id, tokens]));
  return {
    ...fileHeader(release, {
      title:
        'Requests that figures can be asked for, how long a one each model can answer, and what it makes of words',
      unit: 'tokens of the model’s own tokenizer in one request, or of 1000 English words',
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
            tokensPerThousandWords: tokensPerThousandWords(listed, { factors, tokenCounts }),
            ...(listed.supportsReasoning && { reasons: true as const }),
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
    requests: z.literal(1).describe('The tokens are of one request, which gives their context'),
  })
  .describe('Tokens of one request');

const RequestsFile = z.strictObject({
  ...HEADER,
  presets: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      workload: TokensOfRequest,
      withoutReasoning: z
        .literal(true)
        .optional()
        .describe('Leaves out what a model writes to itself before it answers'),
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
        tokensPerThousandWords: z
          .strictObject({ low: z.number(), high: z.number() })
          .describe(
            'Tokens that it makes of 1000 English words: equal where its tokenizer was counted, else bounds, evenly on a logarithmic scale between',
          ),
        reasons: z
          .literal(true)
          .optional()
          .describe(
            'It can think before it answers; a preset with withoutReasoning leaves that out',
          ),
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
