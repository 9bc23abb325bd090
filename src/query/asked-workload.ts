import type { Workload } from '../estimation/workload.ts';
import { whyNotAnswered } from '../library/request-fit.ts';
import { AS_USED } from '../library/request-kinds.ts';
import { thousandWords } from '../library/thousand-words.ts';
import type { Asked } from './asked.ts';
import { isOfOneKind, TOKENS_OF_ONE_KIND, WORDS_WRITTEN } from './per.ts';
import { publishedFile } from './published-file.ts';

/** What a model is asked for, or why it gets no figure. */
export type AskedWorkload =
  | {
      workload: Workload;
      /** The model can think before it answers, and the request is counted without that. */
      withoutReasoning?: true;
    }
  | { because: string };

/**
 * What each model is asked for. Tokens of one kind are the same for all; requests are read from what
 * is published, and left out where a model cannot answer one. Rejects where that cannot be had.
 */
export async function askedWorkloads({ per }: Asked): Promise<(id: string) => AskedWorkload> {
  if (isOfOneKind(per)) {
    const workload = TOKENS_OF_ONE_KIND[per];
    return () => ({ workload });
  }
  const { presets, models } = await publishedFile('/api/v1/requests.json');
  if (per === WORDS_WRITTEN) {
    return (id) => {
      const { tokensPerThousandWords } = models[id] ?? {};
      return tokensPerThousandWords === undefined
        ? { because: 'Nothing is known of its tokenizer.' }
        : { workload: thousandWords(tokensPerThousandWords) };
    };
  }
  if (per === AS_USED) {
    return (id) => {
      const { asUsed, asUsedLeftOut } = models[id] ?? {};
      return asUsed === undefined
        ? { because: asUsedLeftOut ?? 'Nothing is known of its use.' }
        : { workload: asUsed };
    };
  }
  const preset = presets.find(({ id }) => id === per);
  const workload = typeof per === 'string' ? preset?.workload : { ...per, requests: 1 };
  if (workload === undefined) throw new Error(`${String(per)} is not among the published requests`);
  return (id) => {
    const { reasons, ...limits } = models[id] ?? {};
    const because = whyNotAnswered(workload, limits);
    if (because !== undefined) return { because };
    return preset?.withoutReasoning && reasons
      ? { workload, withoutReasoning: true }
      : { workload };
  };
}
