import { hashInputs } from '../../../src/release/input-hashes.ts';
import { buildRelease } from '../../../src/release/release.ts';
import { data as all } from '../estimation/method-under-test.ts';

/** Every tenth entry of the list, so of each kind of evidence, and a model with its variants. */
const models = all.modelList.models.filter(
  ({ id }, index) => index % 10 === 0 || /^openai\/gpt-5(:|$)/.test(id),
);

/** A release of some models alone, for what does not depend on the others. */
export const data = { ...all, modelList: { ...all.modelList, models } };
export const release = buildRelease(data, hashInputs(process.cwd()));
