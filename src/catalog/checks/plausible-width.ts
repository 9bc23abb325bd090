import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';
import { sizeInWords, sizeRange } from './size-range.ts';

/**
 * A transformer of usual shape has 12 x layers x width^2 active parameters. Recorded models are 0.66
 * to 1.27 times as wide as that; a slip of a digit or the width of another part is not.
 */
const TIMES = 2;

/** The width of a model fits its layers and its active parameters. */
export function plausibleWidth(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ facts: { architecture, parameters }, at }) => {
    if (architecture?.hiddenSize === undefined || parameters === undefined) return [];
    const { hiddenSize, layers } = architecture;
    const { low, high } = sizeRange(parameters.activeBillions);
    const usual = Math.sqrt((Math.sqrt(low * high) * 1e9) / (12 * layers));
    if (hiddenSize < usual * TIMES && hiddenSize > usual / TIMES) return [];
    return [
      {
        ...at,
        field: 'architecture.hiddenSize',
        message: `${hiddenSize}, though ${layers} layers with ${sizeInWords(parameters.activeBillions)} billion active parameters are about ${Math.round(usual)} wide; expected between half and twice that, check hidden_size in the configuration`,
      },
    ];
  });
}
