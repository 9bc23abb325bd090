import { isHolder } from './json-fields.ts';

/**
 * A result of Vercel's AI SDK, as what all of its steps used. Its `usage` is that of the last step alone
 * (of all before version 5), `totalUsage` that of all (ai-sdk.dev/docs/reference/ai-sdk-core/generate-text).
 * Steps stand for both, unless a total does that they do not tell by model; any other object stays as it is.
 */
export function wholeOfSteps(value: object): object {
  const { usage: _ofLastStep, totalUsage, steps: given, ...others } = namedFields(value);
  const steps = Array.isArray(given) && given.length > 0 ? given.map(countedStep) : [undefined];
  const total = isHolder(totalUsage) ? totalUsage : undefined;
  if (steps.every((step) => step !== undefined)) {
    const namesAll = steps.every(({ model }) => model !== undefined);
    if (namesAll || total === undefined) return { ...others, steps };
  }
  return total === undefined ? value : { ...others, usage: total };
}

/** The fields of an object by their names; nothing is known of what they hold. */
function namedFields(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value));
}

/** A step with the model that answered in it, which may be another than the result's; undefined for none. */
function countedStep(step: unknown): Record<string, unknown> | undefined {
  if (!isHolder(step) || !('usage' in step) || !isHolder(step.usage)) return undefined;
  const fields = namedFields(step);
  const { response } = fields;
  return isHolder(response) && 'modelId' in response
    ? { ...fields, model: response.modelId }
    : fields;
}
