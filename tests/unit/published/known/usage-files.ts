import { tokensPerThousandWords } from '../../../../src/catalog/thousand-words.ts';
import type { TrafficPart } from '../../../../src/published/report/traffic-part.ts';
import { currentUsageReport } from '../../../../src/published/report/usage-report.ts';
import { currentRelease } from '../../../../src/release/current.ts';
import type { ReleasedModel } from '../../../../src/release/release.ts';
import { four, fourOf, thousandTokens } from '../written.ts';
import { aboutFigures } from './index-files.ts';
import { CC_BY, header, type KnownFiles, saying } from './known-file.ts';

const { release, data } = currentRelease();
// Made before the tests begin, whose time is limited.
const report = currentUsageReport();
const { usage, factors } = data;
const { promptCachedShare: cached, meanRequest, requests } = factors.workloads;

const visible = sum(usage.models);
const used = new Map(report.used.map(({ model, tokens }) => [model.id, tokens]));
const makerNames = new Map([...data.makers].map(([maker, { name }]) => [maker, name]));

export const USAGE_FILES: KnownFiles = {
  '/api/v1/usage-report.json': {
    expected: () => {
      const { nothingCached, wholeService, codingAgents } = report.cases;
      const { range, notAssured } = aboutFigures;
      return {
        ...header(
          release,
          saying(
            /^totals of the week:/,
            /\bgramsCO2e in g CO2e \(GWP100\)/,
            /\bwattHours in Wh\b/,
            /\bmillilitresWater in mL\b/,
            /\bshareOfEmissions as a fraction\b/,
          ),
          CC_BY,
        ),
        range,
        boundary: saying(
          /facility electricity and embodied/,
          /training excluded/,
          /at the mean length of its requests in that week$/,
        ),
        notAssured,
        scope: /passed through OpenRouter, and nothing else/,
        asOf: usage.retrieved,
        days: usage.days,
        sums: /draw by draw/,
        source: new RegExp(`OpenRouter.* as of ${usage.retrieved}$`),
        visible,
        estimated: sum([...used.values()]),
        withoutEstimate: report.unanswered,
        totals: [
          { promptCachedShare: 0, ...thousandTokens(nothingCached.estimate) },
          {
            promptCachedShare: cached.wholeService.share,
            ...thousandTokens(wholeService.estimate),
          },
          {
            promptCachedShare: cached.codingAgents.share,
            ...thousandTokens(codingAgents.estimate),
          },
        ],
        partsAtPromptCachedShare: cached.wholeService.share,
        makers: report.makers.map(
          part(({ maker }) => ({ id: maker, name: makerNames.get(maker) }), 'makers'),
        ),
        weights: report.weights.map(
          part(({ weights }) => ({ id: weights, name: weights }), 'kinds'),
        ),
        models: report.models.map(part(({ id, shortName }) => ({ id, name: shortName }), 'models')),
      };
    },
  },
  '/api/v1/requests.json': {
    expected: () => {
      return {
        ...header(
          release,
          /^tokens of the model’s own tokenizer in one request, or of 1000 English words$/,
        ),
        presets: [
          { id: 'chat', ...preset(requests.chat) },
          { id: 'long-document', ...preset(requests.longDocument) },
          { id: 'reasoning', ...preset(requests.reasoning) },
          { id: 'coding-agent', ...preset(requests.codingAgent) },
          {
            id: 'openrouter-mean',
            name: 'Mean request on OpenRouter',
            workload: mean(visible),
            sources: [...meanRequest.sources, ...cached.wholeService.sources],
          },
        ],
        models: Object.fromEntries(
          release.models.map(({ id, listed }) => [
            id,
            {
              contextTokens: listed.contextTokens,
              maxOutputTokens: listed.maxOutputTokens,
              tokensPerThousandWords: tokensPerThousandWords(listed, data),
              ...(listed.supportsReasoning && { reasons: true }),
              ...asUsed(used.get(id), listed.contextTokens, listed.maxOutputTokens),
            },
          ]),
        ),
      };
    },
  },
};

/**
 * One part of the traffic: what its models used and, from the report, what that took. The last part
 * may be of all other ids: `plural` is what they are called.
 */
function part(
  of: (model: ReleasedModel) => { id: string; name: string | undefined },
  plural: string,
) {
  return ({ id: own, models, shareOfEmissions, estimate }: TrafficPart) => {
    const named = new Map(models.map((model) => [of(model).id, of(model)]));
    const [only] = named.values();
    const tokens = sum(models.map(({ id }) => used.get(id)));
    return {
      ...(own === undefined ? { name: `${named.size} other ${plural}` } : only),
      tokens,
      shareOfTokens: four(counted(tokens) / counted(sum([...used.values()]))),
      shareOfEmissions: fourOf(shareOfEmissions),
      ...thousandTokens(estimate),
    };
  };
}

function sum(parts: readonly (typeof visible | undefined)[]) {
  const total = { requests: 0, promptTokens: 0, completionTokens: 0 };
  for (const one of parts) {
    total.requests += one?.requests ?? 0;
    total.promptTokens += one?.promptTokens ?? 0;
    total.completionTokens += one?.completionTokens ?? 0;
  }
  return total;
}

function counted({ promptTokens, completionTokens }: typeof visible): number {
  return promptTokens + completionTokens;
}

function preset({
  name,
  inputTokens,
  cachedInputTokens,
  outputTokens,
  withoutReasoning,
  sources,
}: typeof requests.chat) {
  return {
    name,
    workload: { inputTokens, cachedInputTokens, outputTokens, requests: 1 },
    ...(withoutReasoning && { withoutReasoning }),
    sources,
  };
}

function mean({ requests: count, promptTokens, completionTokens }: typeof visible) {
  const { share } = cached.wholeService;
  return {
    inputTokens: (promptTokens / count) * (1 - share),
    cachedInputTokens: (promptTokens / count) * share,
    outputTokens: completionTokens / count,
    requests: 1,
  };
}

/** A model's mean request, or what is said where its counts cannot be one. */
function asUsed(
  used: typeof visible | undefined,
  contextTokens = Number.POSITIVE_INFINITY,
  maxOutputTokens = contextTokens,
) {
  if (used === undefined) return { asUsedLeftOut: /no visible requests/ };
  if (used.requests < meanRequest.minimumRequests) {
    return {
      asUsedLeftOut: new RegExp(
        `\\b${used.requests} requests\\b.*\\b${meanRequest.minimumRequests}\\b`,
      ),
    };
  }
  const { completionTokens, promptTokens, requests: count } = used;
  if (completionTokens < count) return { asUsedLeftOut: /no answers in text/ };
  if (promptTokens > contextTokens * count) return { asUsedLeftOut: /prompt is longer/ };
  if (completionTokens > maxOutputTokens * count) return { asUsedLeftOut: /answer is longer/ };
  return { asUsed: mean(used) };
}
