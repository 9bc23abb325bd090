import { currentRelease } from '../../../../src/release/current.ts';
import type { ReleasedModel } from '../../../../src/release/release.ts';
import { four, fourOf } from '../written.ts';

const { data } = currentRelease();

/** What its own maker states of a model in the records, one entry a case; undefined without any. */
export function statedByMaker({ id, statedByMaker: compared }: ReleasedModel) {
  const cases = Object.values(data.disclosures).flatMap((disclosure) =>
    disclosure.statedBy === 'maker' && disclosure.comparedWith?.includes(id)
      ? disclosure.cases.map((one) => ({ ...one, ...disclosure }))
      : [],
  );
  if (cases.length === 0) return undefined;
  return cases.map(({ source, unit, inputTokens = 0, outputTokens = 0, value }, place) => {
    const ours = compared[place]?.ours ?? { low: 0, central: 0, high: 0 };
    return {
      publisher: source.publisher,
      unit,
      inputTokens,
      outputTokens,
      stated: { value },
      ours: fourOf(ours),
      verdict: value < ours.low ? 'below' : value > ours.high ? 'above' : 'inside',
      statedOverOurCentral: four(value / ours.central),
    };
  });
}
