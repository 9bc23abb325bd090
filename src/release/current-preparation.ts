import { methodOf } from '../catalog/method.ts';
import { type Preparation, prepare } from '../estimation/preparation.ts';
import { currentRelease } from './current-release.ts';

let current: Preparation | undefined;

/** The draws that the current release rests on, made once per process for what pages add to it. */
export function currentPreparation(): Preparation {
  current ??= prepare(methodOf(currentRelease().data.factors));
  return current;
}
