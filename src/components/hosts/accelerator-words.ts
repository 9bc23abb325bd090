import type { AcceleratorKind, Accelerators } from '../../catalog/host.ts';

const KIND_WORDS: Readonly<Record<AcceleratorKind, string>> = {
  gpu: 'GPUs',
  tpu: 'TPUs',
  trainium: 'Trainium',
  own: 'accelerators of its own',
};

const list = new Intl.ListFormat('en');

/** What somebody serves from: "TPUs, Trainium, and GPUs", or the name of the chips. */
export function acceleratorsText({ kinds, name }: Accelerators): string {
  const words = list.format(kinds.map((kind) => KIND_WORDS[kind]));
  return name === undefined ? words : `${name} (${words})`;
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
