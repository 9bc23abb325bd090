import type { OperatingPoint } from '../estimation/accelerator.ts';
import { energyShape } from '../estimation/energy-shape.ts';
import type { MeasuredRun } from '../estimation/measured-run.ts';
import { sequencesInMemory } from '../estimation/sequences-in-memory.ts';
import { arithmeticBits } from './arithmetic-bits.ts';
import { coreArchitecture } from './core-architecture.ts';
import type { Factors } from './factor-files.ts';
import { recordOf } from './facts-of.ts';
import { makerPath } from './maker.ts';
import { acceleratorCoefficients } from './method-of-factors.ts';
import { modelIdParts } from './model-id.ts';
import type { CatalogData } from './read-data.ts';
import {
  configurationOf,
  requestsPerReplica,
  SERVED_MODELS,
  type ServedConfiguration,
} from './serving-measurement.ts';
import { statedBits, WEIGHT_BITS } from './weight-bits.ts';

/**
 * A measured configuration of today's engines in the core's terms. Its batch is the requests per
 * replica, or as many as fit into memory. Throws a RangeError where the model's record lacks what
 * energy depends on.
 */
export function servingRun(
  row: ServedConfiguration,
  {
    makers,
    factors,
  }: { makers: CatalogData['makers']; factors: Pick<Factors, 'accelerator' | 'serving'> },
): MeasuredRun {
  const { model: id } = SERVED_MODELS[row.model];
  const { parameters, architecture: recorded, precision } = recordOf({ id }, { makers }) ?? {};
  const { activeBillions, totalBillions } = parameters ?? {};
  if (
    recorded === undefined ||
    typeof activeBillions !== 'number' ||
    typeof totalBillions !== 'number'
  ) {
    const { maker, slug } = modelIdParts(id);
    throw new RangeError(
      `${configurationOf(row)}: ${makerPath(maker)} › ${slug} lacks parameters or architecture; expected both, since it was measured`,
    );
  }
  const size = { activeBillions, totalBillions, mixtureOfExperts: activeBillions < totalBillions };
  const architecture = coreArchitecture(recorded);
  // Released with experts of 4 bits, a model keeps them where "fp8" names the other layers.
  const weightBits =
    precision?.format === 'fp8-fp4-experts'
      ? WEIGHT_BITS[precision.format]
      : (statedBits(row.precision) ?? 16);
  const { memoryGigabytes } = factors.serving.accelerators;
  const mostInMemory = sequencesInMemory(
    energyShape(size, architecture, acceleratorCoefficients(factors.accelerator)),
    {
      weightBits,
      replicaGigabytes: row.decode_tp * memoryGigabytes[row.gpu],
      tokensPerSequence: row.input_tokens + row.output_tokens,
    },
  );
  const point: OperatingPoint = {
    accelerator: row.gpu,
    acceleratorsPerReplica: acceleratorsPerReplica(row),
    weightBits,
    arithmeticBits: arithmeticBits(
      precision?.format === 'mxfp4' ? precision.format : row.precision,
      row.gpu,
    ),
    concurrentSequences: Math.min(requestsPerReplica(row), mostInMemory),
    contextTokens: row.input_tokens + 0.5 * row.output_tokens,
    engine: 2026,
    speculation: row.speculation,
    disaggregated: row.disaggregated,
  };
  return {
    size,
    architecture,
    point,
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
  };
}

/** Accelerators per decoding replica, its share of those of prefill included. */
function acceleratorsPerReplica(row: ServedConfiguration): number {
  return row.disaggregated
    ? row.decode_tp + row.prefill_gpus / Math.max(1, row.decode_workers)
    : row.decode_tp;
}
