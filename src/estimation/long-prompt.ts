import { type Architecture, energyShape, type ModelSize } from './accelerator.ts';
import type { Method } from './method.ts';
import type { EstimationInput } from './preparation.ts';
import { middleBillions } from './sized-model.ts';
import type { Workload } from './workload.ts';

/** Up to so many tokens of prompt, attention is within what the energy of an input token was fitted on. */
export const LONG_PROMPT_TOKENS = 16_000;

/** Parameters of a transformer's layer in units of its width squared: attention 4, feed-forward 8. */
const PARAMETERS_PER_SQUARED_WIDTH = 12;

/**
 * How many times the energy of an input token a token of this one request takes, because attention
 * grows with the prompt: 1 + L d Lp / A, above 16 000 tokens of prompt Lp, fresh and cached; 1 up to
 * there. L: layers that attend to all of it; A: active parameters; d: width of the model, which
 * follows from A = 12 layers d^2 (Kaplan et al. 2020, arXiv:2001.08361, table 1) where it is not
 * recorded. A model known by its price stands as the generic model of the price regression. Not
 * validated.
 */
export function longPromptFactor(
  model: EstimationInput['model'],
  { inputTokens, cachedInputTokens }: Workload,
  { accelerator, price }: Pick<Method, 'accelerator' | 'price'>,
): number {
  const promptTokens = inputTokens + cachedInputTokens;
  if (promptTokens <= LONG_PROMPT_TOKENS) return 1;
  const size = sizeOf(model, price.genericModel);
  const architecture = model.tier === 'price' ? undefined : model.architecture;
  const { layers } = energyShape(size, architecture, accelerator);
  const active = size.activeBillions * 1e9;
  const width =
    architecture?.hiddenSize ?? Math.sqrt(active / (PARAMETERS_PER_SQUARED_WIDTH * layers));
  const attended =
    architecture === undefined ? layers * width : widthOverWholePrompt(architecture, width);
  return 1 + (attended * promptTokens) / active;
}

/**
 * L d, summed over the layers whose work per token grows with the whole prompt. Summaries of it are
 * shorter by as many tokens as one stands for. Layers that read a selection compare every entry with
 * the keys of their index, which is half of attention: there are no values.
 */
function widthOverWholePrompt(architecture: Architecture, width: number): number {
  const { fullAttentionLayers, selectiveAttention = [] } = architecture;
  let sum = fullAttentionLayers * width;
  for (const {
    layers,
    tokensPerEntry,
    mostEntries,
    indexWidth,
    indexHeads,
  } of selectiveAttention) {
    const attended = mostEntries === undefined ? width : 0;
    const compared = ((indexWidth ?? 0) * (indexHeads ?? 0)) / 2;
    sum += (layers * (attended + compared)) / tokensPerEntry;
  }
  return sum;
}

function sizeOf(
  model: EstimationInput['model'],
  genericModel: Method['price']['genericModel'],
): ModelSize {
  if (model.tier === 'price') return { ...genericModel, mixtureOfExperts: true };
  const activeBillions = middleBillions(model.active);
  const totalBillions = middleBillions(model.total);
  return { activeBillions, totalBillions, mixtureOfExperts: activeBillions < totalBillions };
}
