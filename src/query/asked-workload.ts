import type { Workload } from '../estimation/workload.ts';
import { whyNotAnswered } from '../library/request-fit.ts';
import { AS_USED } from '../library/request-kinds.ts';
import type { Asked } from './asked.ts';
import { isThousand, THOUSANDS } from './per.ts';
import { publishedFile } from './published-file.ts';

/** What a model is asked for, or why it gets no figure. */
export type AskedWorkload = { workload: Workload } | { because: string };

/**
 * What each model is asked for. A thousand tokens are the same for all; requests are read from what
 * is published, and left out where a model cannot answer one. Rejects where that cannot be had.
 */
export async function askedWorkloads({ per }: Asked): Promise<(id: string) => AskedWorkload> {
  if (isThousand(per)) {
    const workload = THOUSANDS[per];
    return () => ({ workload });
  }
  const { presets, models } = await publishedFile('/api/v1/requests.json');
  if (per === AS_USED) {
    return (id) => {
      const { asUsed, asUsedLeftOut } = models[id] ?? {};
      return asUsed === undefined
        ? { because: asUsedLeftOut ?? 'Nothing is known of its use.' }
        : { workload: asUsed };
    };
  }
  const workload = typeof per === 'string' ? presets.find(({ id }) => id === per)?.workload : per;
  if (workload === undefined) throw new Error(`${String(per)} is not among the published requests`);
  return (id) => {
    const because = whyNotAnswered(workload, models[id] ?? {});
    return because === undefined ? { workload } : { because };
  };
}
