import type { NoEstimate } from './no-estimate.ts';
import type { ServedBy } from './served-by.ts';

/** The reason for a model all of whose hosts serve from accelerators of their own, or undefined. */
export function onlyOnOwnAccelerators({ endpoints }: ServedBy): NoEstimate | undefined {
  if (endpoints.some(({ host }) => !host.unmeasured)) return undefined;
  const hosts = [...new Set(endpoints.map(({ host }) => host.name))].join(' and ');
  return {
    kind: 'own-accelerators',
    reason: `No estimate: own accelerator, not measured. It is served by ${hosts} alone, from accelerators whose energy per token nobody has published.`,
  };
}
