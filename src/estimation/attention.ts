import type { Architecture, EnergyShape } from './energy-shape.ts';

/** Parameters of a transformer's layer in units of its width squared: attention 4, feed-forward 8. */
const PARAMETERS_PER_SQUARED_WIDTH = 12;

/**
 * How much the energy of an input token rises for each prompt token that it attends to, counted twice
 * as in L d (2 cached + fresh) / A: attention is L d over A of a token's arithmetic for each two. L:
 * layers that attend to all of the prompt; A: active parameters; d: width of the model, which follows
 * from A = 12 layers d^2 (Kaplan et al. 2020, arXiv:2001.08361, table 1) where it is not recorded.
 * Not validated.
 */
export function attentionPerAttendedToken(
  { size, layers }: EnergyShape,
  architecture: Architecture | undefined,
): number {
  const active = size.activeBillions * 1e9;
  const width =
    architecture?.hiddenSize ?? Math.sqrt(active / (PARAMETERS_PER_SQUARED_WIDTH * layers));
  const attended =
    architecture === undefined ? layers * width : widthOverWholePrompt(architecture, width);
  return attended / active;
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
