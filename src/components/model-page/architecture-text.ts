import type { Architecture } from '../../catalog/maker.ts';
import { countText } from '../../release/number-text.ts';

/** An architecture in words: layers, attention, cache width, experts. */
export function architectureText(architecture: Architecture): string {
  const { layers, fullAttentionLayers, slidingWindowLayers, slidingWindowTokens } = architecture;
  const { kvWidth, routedExperts, activeExperts, hybridStateSpace } = architecture;
  const parts = [`${layers} layers`];
  if (slidingWindowLayers > 0) {
    parts.push(
      `${slidingWindowLayers} of them with a window of ${countText(slidingWindowTokens)} tokens`,
    );
  } else if (fullAttentionLayers < layers) {
    parts.push(`${fullAttentionLayers} of them with attention`);
  }
  parts.push(`key-value cache ${countText(kvWidth)} wide`);
  if (routedExperts !== undefined && activeExperts !== undefined && routedExperts > 1) {
    parts.push(`${activeExperts} of ${routedExperts} experts per token`);
  }
  if (hybridStateSpace) parts.push('state-space layers between');
  return parts.join(', ');
}
