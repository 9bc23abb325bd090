import type { CatalogData } from '../catalog/read-data.ts';
import type { Workload } from '../estimation/workload.ts';
import { ABOUT } from './index-json.ts';
import type { Release } from './release.ts';
import type { TokenLimits } from './request-fit.ts';
import { type Preset, presetRequests, type RequestKind, requestAsUsed } from './request-kinds.ts';
import type { UsageReport } from './usage-report.ts';

/** The requests that figures can be asked for, in tokens, and what each model can read and write. */
export interface RequestsJson {
  release: string;
  methodVersion: string;
  unit: string;
  licence: string;
  presets: RequestKind<Preset>[];
  models: Record<string, TokenLimits & { asUsed?: Workload; asUsedLeftOut?: string }>;
}

/** For requests.json. */
export function requestsJson(
  { release, methodVersion, models }: Release,
  { visible, used }: Pick<UsageReport, 'visible' | 'used'>,
  { factors }: Pick<CatalogData, 'factors'>,
): RequestsJson {
  const usedById = new Map(used.map(({ model, tokens }) => [model.id, tokens]));
  return {
    release,
    methodVersion,
    unit: 'tokens of the model’s own tokenizer in one request',
    licence: ABOUT.licence,
    presets: presetRequests(factors.workloads, visible),
    models: Object.fromEntries(
      models.map(({ id, listed }) => {
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
