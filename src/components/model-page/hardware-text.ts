import type { ServingFile } from '../../catalog/method.ts';
import type { ReleasedModel } from '../../release/release.ts';
import { percentText } from '../../text/numbers.ts';
import { estimatedEndpoints } from './endpoint-rows.ts';

/** On what accelerators an estimate counts its tokens, and which endpoints it leaves out, in sentences. */
export function hardwareText(
  model: Pick<ReleasedModel, 'evidence' | 'served'>,
  { acceleratorGeneration: { b200Share }, replica }: ServingFile,
): string {
  const shares = `H100 class in ${percentText(1 - b200Share)} of the draws and B200 class in ${percentText(b200Share)}`;
  const drawn =
    model.evidence === 'price'
      ? `Not known. Energy is inferred from the list price, as open models on accelerators of the ${shares} bear it out.`
      : `Drawn, since hosts do not publish it: ${shares}, as many as the weights need, twice that in ${percentText(replica.doubledReplicaShare)}.`;
  const left = model.served.endpoints.length - estimatedEndpoints(model).length;
  const measured =
    model.evidence === 'measured'
      ? ' The accelerators’ energy was measured on known machines of these classes.'
      : '';
  const unmeasured =
    left === 0
      ? ''
      : ` ${left} of its ${model.served.endpoints.length} endpoints ${left === 1 ? 'runs' : 'run'} on accelerators that nobody has measured, and ${left === 1 ? 'is' : 'are'} left out.`;
  return `${drawn}${measured}${unmeasured}`;
}
