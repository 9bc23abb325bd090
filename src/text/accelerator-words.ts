import type { AcceleratorKind, Accelerators } from '../catalog/host.ts';
import type { PerClass } from '../estimation/serving-classes.ts';

const KIND_WORDS: Readonly<Record<AcceleratorKind, string>> = {
  gpu: 'GPUs',
  tpu: 'TPUs',
  trainium: 'Trainium',
  own: 'accelerators of its own',
};

/** GPUs that a host names, as readers know them. */
const GPU_CLASS_WORDS: PerClass<string> = {
  hopper: 'Hopper (H100 and its kin)',
  'blackwell-node': 'Blackwell in servers of eight (B200, B300)',
  rack: 'Blackwell in racks (GB200, GB300)',
  amd: 'AMD (MI300 and later)',
};

/** Classes of machines that tokens are counted on: that of racks was measured on others with prefill apart, too. */
export const SERVING_CLASS_WORDS: PerClass<string> = {
  ...GPU_CLASS_WORDS,
  rack: 'racks (GB200, GB300) or prefill on machines of its own',
};

const UNKNOWN = 'not known; GPUs of the measured kinds are assumed';

const list = new Intl.ListFormat('en');

/** What somebody serves from: "TPUs, Trainium, and GPUs", or the name of the chips. */
export function acceleratorsText({ kinds, name }: Accelerators): string {
  const words = list.format(kinds.map((kind) => KIND_WORDS[kind]));
  return name === undefined ? words : `${name} (${words})`;
}

/**
 * What somebody serves from, which GPUs, and when that was known: "GPUs: Blackwell in racks (GB200,
 * GB300), as of 2026-06". Where nobody says anything, what stands in, and when somebody looked.
 */
export function acceleratorsInFull(accelerators: Accelerators | undefined): string {
  if (accelerators === undefined) return UNKNOWN;
  const { gpus, asOf, statedBy } = accelerators;
  if (statedBy === 'nobody')
    return `${UNKNOWN}${asOf === undefined ? '' : `; looked for on ${asOf}`}`;
  const classes =
    gpus === undefined ? '' : `: ${list.format(gpus.map((gpu) => GPU_CLASS_WORDS[gpu]))}`;
  return `${acceleratorsText(accelerators)}${classes}${asOf === undefined ? '' : `, as of ${asOf}`}`;
}

/** The same in short, for a narrow place: "LPU", "TPUs and GPUs". */
export function chipsText(accelerators: Accelerators): string {
  return accelerators.name ?? acceleratorsText(accelerators);
}

/** Whether anything but GPUs of the measured kind is known to serve, which a table then marks. */
export function isUnusual(accelerators: Accelerators | undefined): accelerators is Accelerators {
  return (
    accelerators !== undefined &&
    (accelerators.name !== undefined || accelerators.kinds.some((kind) => kind !== 'gpu'))
  );
}
