import type { Architecture, LayerGroup, Parameters } from '../catalog/maker.ts';
import { countText } from './numbers.ts';

/** A size in words: "70.6 billion, dense", "235.1 billion, 22.2 billion of them active". */
export function sizeText({ totalBillions, activeBillions, mixtureOfExperts }: Parameters): string {
  const total = billionsText(totalBillions);
  const dense = totalBillions === activeBillions || mixtureOfExperts === false;
  return dense ? `${total}, dense` : `${total}, ${billionsText(activeBillions)} of them active`;
}

/** A size or its bounds: "1800 billion", "10 000 to 20 000 billion". */
export function billionsText(billions: Parameters['totalBillions']): string {
  return typeof billions === 'number'
    ? `${countText(billions)} billion`
    : `${countText(billions.low)} to ${countText(billions.high)} billion`;
}

/** An architecture in words: layers, what each kind of them reads of the context, the cache, experts. */
export function architectureText({
  layers,
  hiddenSize,
  layersByKind,
  experts,
}: Architecture): string {
  const widths = new Set(
    layersByKind.flatMap((group) => ('kvWidth' in group ? group.kvWidth : [])),
  );
  const [width] = widths;
  const parts = [
    `${layers} layers${hiddenSize === undefined ? '' : `, ${countText(hiddenSize)} wide`}`,
    layersByKind
      .map((group) => {
        const number = group.layers === layers ? 'all' : group.layers;
        const own = widths.size > 1 && 'kvWidth' in group ? ` (${cacheText(group.kvWidth)})` : '';
        return `${number} ${groupText(group)}${own}`;
      })
      .join(', '),
  ];
  if (widths.size === 1 && width !== undefined) parts.push(cacheText(width));
  if (experts !== undefined) {
    const { routed, active, shared = 0 } = experts;
    parts.push(
      `${active} of ${routed} experts per token${shared === 0 ? '' : ` and ${shared} shared`}`,
    );
  }
  return parts.join('; ');
}

function groupText(group: LayerGroup): string {
  switch (group.kind) {
    case 'full-attention':
      return 'with full attention';
    case 'sliding-window':
      return `with a window of ${countText(group.windowTokens)} tokens`;
    case 'sparse-attention': {
      const { topK, tokensPerEntry = 1, windowTokens, index } = group;
      const entries = tokensPerEntry === 1 ? 'tokens' : `summaries of ${tokensPerEntry} tokens`;
      const chosen = index === undefined ? 'that other layers choose' : 'that an index chooses';
      return `with attention to the ${countText(topK)} ${entries} ${chosen}${windowText(windowTokens)}`;
    }
    case 'compressed-attention':
      return `with attention to summaries of ${group.tokensPerEntry} tokens${windowText(group.windowTokens)}`;
    case 'linear-attention':
      return `with linear attention${stateText(group.stateElements)}`;
    case 'state-space':
      return `state-space${stateText(group.stateElements)}`;
    case 'feed-forward':
      return 'feed-forward alone';
  }
}

function cacheText(kvWidth: number): string {
  return `key-value cache ${countText(kvWidth)} wide`;
}

function windowText(windowTokens: number | undefined): string {
  return windowTokens === undefined ? '' : ` and to the last ${windowTokens} tokens`;
}

function stateText(stateElements: number | undefined): string {
  return stateElements === undefined ? '' : ` (state of ${countText(stateElements)} elements)`;
}
