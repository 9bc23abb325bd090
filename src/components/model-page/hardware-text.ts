import type { ServingFile } from '../../catalog/factor-files.ts';
import type { SourceFile } from '../../catalog/source.ts';
import { SERVING_CLASSES } from '../../estimation/serving-classes.ts';
import type { ReleasedModel } from '../../release/release.ts';
import type { ReleasedEndpoint } from '../../release/released-serving.ts';
import { estimatedEndpoints } from '../../release/released-serving.ts';
import { SERVING_CLASS_WORDS } from '../../text/accelerator-words.ts';
import { statedByText } from '../../text/how-known.ts';
import { percentText } from '../../text/numbers.ts';

const list = new Intl.ListFormat('en');

/** On what machines an estimate counts its tokens, who says so, and which endpoints it leaves out, in sentences. */
export function hardwareText(
  model: Pick<ReleasedModel, 'evidence' | 'served'>,
  { classes }: ServingFile,
  sources: SourceFile,
): string {
  const estimated = estimatedEndpoints(model);
  const named = estimated.filter(({ place }) => place.place.classes !== undefined);
  const mix = list.format(
    SERVING_CLASSES.map((one) => `${SERVING_CLASS_WORDS[one]} ${percentText(classes[one].share)}`),
  );
  const unknown =
    named.length === estimated.length
      ? ''
      : `A mix, since ${named.length === 0 ? 'its hosts do not say' : 'most hosts do not say'}: ${mix} in the median case, the shares being uncertain. `;
  const counted =
    model.evidence === 'price'
      ? 'Not known. Energy is inferred from the list price, whatever the machines.'
      : `${unknown}${knownText(named, estimated.length, sources)}As many accelerators as the weights need.`;
  const left = model.served.endpoints.length - estimated.length;
  const measured =
    model.evidence === 'measured'
      ? ' The accelerators’ energy was measured on known machines of these classes.'
      : '';
  const unmeasured =
    left === 0
      ? ''
      : ` ${left} of its ${model.served.endpoints.length} endpoints ${left === 1 ? 'runs' : 'run'} on accelerators without a usable measurement, and ${left === 1 ? 'is' : 'are'} left out.`;
  return `${counted}${measured}${unmeasured}`;
}

/** The kinds that are named for some hosts and counted there, with who says so and what its record notes. */
function knownText(named: readonly ReleasedEndpoint[], all: number, sources: SourceFile): string {
  if (named.length === 0) return '';
  const hosts = [...new Map(named.map((endpoint) => [endpoint.host.slug, endpoint])).values()];
  const kinds = hosts.map(({ host: { name, accelerators }, place: { place } }) => {
    const words = list.format((place.classes ?? []).map((one) => SERVING_CLASS_WORDS[one]));
    const by = accelerators === undefined ? '' : `, ${statedByText(accelerators, sources)}`;
    const asOf = accelerators?.asOf === undefined ? '' : ` as of ${accelerators.asOf}`;
    return `${name} on ${words}${by}${asOf}`;
  });
  const where = named.length === all ? 'Counted' : `At ${named.length} of ${all} endpoints counted`;
  const [sole, ...others] = hosts;
  const note = sole?.host.accelerators?.note;
  const rest = others.length === 0 ? note : undefined;
  return `${where} on the machines that are named for the host: ${kinds.join('; ')}. ${rest ?? 'What answers for this model is not stated.'} `;
}
