/** Floating-point operations (FLOP) of training vision models, from multiply-accumulates (MAC). */

/** A training step takes three forward passes, a multiply-accumulate is two operations. */
const FLOP_PER_MAC = 6;

/** A transformer over patches of a picture, or of the latent that a diffusion model works on. */
export interface PatchTransformer {
  height: number;
  width: number;
  /** Side of a patch, in the same unit as height and width. */
  patch: number;
  channels: number;
  hidden: number;
  layers: number;
  /** Width of the feed-forward layer over the hidden width. */
  mlpRatio: number;
  /** Whether one more token stands for the whole picture; diffusion transformers have none. */
  classToken?: boolean;
}

/** Tokens that a picture becomes. */
export function patchTokens({ height, width, patch, classToken = true }: PatchTransformer): number {
  return (height * width) / patch ** 2 + (classToken ? 1 : 0);
}

/**
 * Multiply-accumulates of one forward pass: embedding the patches, and in each layer the projections
 * and the feed-forward layer, (4 + 2 r) n d^2, and the attention, 2 n^2 d.
 */
export function patchTransformerMacs(model: PatchTransformer): number {
  const { height, width, channels, hidden, layers, mlpRatio } = model;
  const tokens = patchTokens(model);
  return (
    height * width * channels * hidden +
    layers * ((4 + 2 * mlpRatio) * tokens * hidden ** 2 + 2 * tokens ** 2 * hidden)
  );
}

/**
 * FLOP of a training: three forward passes a sample, two operations a multiply-accumulate. For a
 * diffusion model the MACs are of one denoising step, since training takes one a sample.
 */
export function visionFlop({
  macs,
  samplesPerEpoch,
  epochs = 1,
}: {
  macs: number;
  samplesPerEpoch: number;
  epochs?: number;
}): number {
  return FLOP_PER_MAC * epochs * samplesPerEpoch * macs;
}
