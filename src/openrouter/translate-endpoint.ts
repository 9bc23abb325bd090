import type * as z from 'zod';
import type { Endpoint } from '../catalog/snapshot.ts';
import type { ForeignEndpoint } from './foreign.ts';
import { foreignText } from './foreign-text.ts';
import { inLowerCase } from './in-lower-case.ts';
import { byCodeUnit } from './order.ts';
import { pricing } from './pricing.ts';
import type { DropField } from './sift.ts';
import { positiveCount } from './translate-model.ts';

/** True where OpenRouter says that the endpoint is degraded or disabled. */
export function isOutOfService(foreign: ForeignEndpoint): boolean {
  return (foreign.status ?? 0) < 0;
}

/** One endpoint of OpenRouter's in our words. */
export function translateEndpoint(
  foreign: ForeignEndpoint,
  drop: DropField,
): z.input<typeof Endpoint> {
  const quantization = foreignText(foreign.quantization, 'quantization', drop).toLowerCase();
  return {
    host: foreignText(foreign.provider_name, 'provider_name', drop),
    // Longer ones are set aside: cut off, a tag would be another's.
    tag: inLowerCase(foreign.tag, 'tag', drop),
    quantization: quantization === 'unknown' || quantization === '' ? undefined : quantization,
    contextTokens: positiveCount(foreign.context_length),
    ...pricing(foreign.pricing, drop),
    tokensPerSecondMedian: positiveCount(foreign.throughput_last_30m?.p50),
  };
}

/** By tag, then host; two endpoints under one tag differ in something else, which then decides. */
export function byTag(left: Endpoint, right: Endpoint): number {
  return (
    byCodeUnit(left.tag, right.tag) ||
    byCodeUnit(left.host, right.host) ||
    byCodeUnit(JSON.stringify(left), JSON.stringify(right))
  );
}
