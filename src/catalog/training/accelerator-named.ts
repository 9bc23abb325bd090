import type { TrainingAccelerator } from '../../estimation/training/accelerators.ts';
import type { AssumedAccelerator } from '../../estimation/training/assumed-accelerator.ts';
import type { TrainingAcceleratorFile } from '../training-accelerator.ts';

/** The accelerator of a name as records write it; undefined where it has no data sheet here. */
export function acceleratorOf(
  name: string | undefined,
  { accelerators }: Pick<TrainingAcceleratorFile, 'accelerators'>,
): TrainingAccelerator | undefined {
  // A name may be any word, that of a method of all objects too.
  if (name === undefined || !Object.hasOwn(accelerators, name)) return undefined;
  const sheet = accelerators[name];
  return sheet && { name, ...sheet };
}

/** One that the method takes where none is stated: the file's schema sees to its data sheet. */
export function dataSheetOf(
  name: AssumedAccelerator,
  file: Pick<TrainingAcceleratorFile, 'accelerators'>,
): TrainingAccelerator {
  const accelerator = acceleratorOf(name, file);
  if (accelerator === undefined) throw new Error(`${name} has no data sheet`);
  return accelerator;
}
