import { priceObservations } from '../calibration/price/observations.ts';
import { canLeaveMakersOut } from '../calibration/price/price-lines.ts';
import { type PriceValidation, validatePrice } from '../calibration/price/price-validation.ts';
import { joulesAtLoad } from '../calibration/validation/joules-at-load.ts';
import {
  readSpeedConditioning,
  type SpeedConditioning,
} from '../calibration/validation/speed-conditioning.ts';
import { type ValidationReport, validate } from '../calibration/validation/validate.ts';
import { estimateWorkload } from '../estimation/estimate.ts';
import { currentPreparation, currentRelease } from './current.ts';
import { once } from './once.ts';

/** Everything that the validation page shows. */
export interface CurrentValidation extends ValidationReport {
  /** Null where the list holds too few open models to leave any maker out. */
  price: PriceValidation | null;
  /** What reading quantization and speed of the endpoints would do; not adopted. */
  speedConditioning: SpeedConditioning;
}

/** The validation of the current release, made once per process: it takes some seconds. */
export const currentValidation = once((): CurrentValidation => {
  const { data, release } = currentRelease();
  const inputs = new Map(release.models.map(({ id, input }) => [id, input]));
  const preparation = currentPreparation();
  const observations = priceObservations(data);
  return {
    ...validate({
      ...data,
      estimateOf: (id, request, boundary) => {
        const input = inputs.get(id);
        return input && estimateWorkload(input, request, preparation, boundary);
      },
      joulesAtLoadOf: (id, load, outputTokens) => {
        const input = inputs.get(id);
        return input && joulesAtLoad(input, load, outputTokens, preparation.method.accelerator);
      },
    }),
    price: canLeaveMakersOut(observations)
      ? validatePrice(observations, data.factors.price.line)
      : null,
    speedConditioning: readSpeedConditioning(process.cwd()),
  };
});
