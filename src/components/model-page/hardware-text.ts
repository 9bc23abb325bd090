import type { ServingFile } from '../../catalog/factor-files.ts';
import { SERVING_CLASSES } from '../../estimation/serving-classes.ts';
import type { ReleasedModel } from '../../release/release.ts';
import { SERVING_CLASS_WORDS } from '../../text/accelerator-words.ts';
import { percentText } from '../../text/numbers.ts';
import { estimatedEndpoints } from './endpoint-rows.ts';

const list = new Intl.ListFormat('en');

/** On what machines an estimate counts its tokens, and which endpoints it leaves out, in sentences. */
export function hardwareText(
  model: Pick<ReleasedModel, 'evidence' | 'served'>,
  { classes }: ServingFile,
): string {
  const assumed = SERVING_CLASSES.map(
    (one) => `${SERVING_CLASS_WORDS[one]} ${percentText(classes[one].share)}`,
  );
  const named = estimatedEndpoints(model).filter(({ place }) => place.place.classes !== undefined);
  const known =
    named.length === 0
      ? ''
      : ` Of ${named.length} of its endpoints the host says which kinds it runs: those are counted there.`;
  const drawn =
    model.evidence === 'price'
      ? 'Not known. Energy is inferred from the list price, whatever the machines.'
      : `A mix, since most hosts do not say: ${list.format(assumed)} in the median case, the shares being uncertain; as many accelerators as the weights need.${known}`;
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
