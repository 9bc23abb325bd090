import * as z from 'zod';
import { SERVING_CLASSES } from '../estimation/serving-classes.ts';
import { sharesAddUp } from './plausible-factors.ts';
import { CountryCode } from './snapshot.ts';
import { HowKnown, SourceId } from './source.ts';

/** What is known of a host, by people: the records of data/hosts/<slug>.yaml. */

/** Who says so: OpenRouter's provider list, the host itself, somebody else, or nobody; strongest first. */
export const StatedBy = z.enum(['openrouter', 'operator', 'others', 'nobody']);
export type StatedBy = z.infer<typeof StatedBy>;

/** How a fact about a host is known; every one carries this. */
export const Basis = {
  statedBy: StatedBy,
  how: HowKnown,
  sources: z.array(SourceId).min(1),
  note: z.string().optional(),
};
/** The same, as a type. */
export interface HostBasis {
  statedBy: StatedBy;
  how: HowKnown;
  sources: readonly string[];
  note?: string | undefined;
}

/** A country, which may be served from several of its zones, or one zone of Electricity Maps. */
export const Zone = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]+)*$/, 'expected a zone of Electricity Maps such as SE or US-NW-BPAT');

/** Shares of countries and zones. */
export const ZoneShares = z
  .record(Zone, z.number().positive().max(1))
  .superRefine((shares, context) => sharesAddUp(Object.values(shares), context));
export type ZoneShares = z.infer<typeof ZoneShares>;

/** Low, central and high of a drawn quantity. */
const Bounds = z
  .strictObject({
    low: z.number().nonnegative(),
    central: z.number().nonnegative(),
    high: z.number().nonnegative(),
  })
  .refine(({ low, central, high }) => low <= central && central <= high, {
    message: 'expected low <= central <= high',
  });

/** A region that endpoint tags name, such as swedencentral in azure/swedencentral. */
const Region = z.strictObject({
  zones: ZoneShares,
  /** Yearly mean of the region itself, as the operator publishes it. */
  powerUsageEffectiveness: z.number().min(1).max(3).optional(),
  waterOnSiteLitresPerKilowattHour: z.number().nonnegative().optional(),
});
export type Region = z.infer<typeof Region>;

/** What kinds of building the facility file has figures for. */
export const FacilityClass = z.enum(['hyperscale', 'neocloud', 'china', 'unknown']);
export type FacilityClass = z.infer<typeof FacilityClass>;

/** What a host serves from. `own` accelerators are those that nobody has measured as this index needs. */
export const AcceleratorKind = z.enum(['gpu', 'tpu', 'trainium', 'own']);
export type AcceleratorKind = z.infer<typeof AcceleratorKind>;

/** Classes of GPUs that take different energy for one token. */
export const GpuClass = z.enum(SERVING_CLASSES);

/** What somebody is known to serve from. */
export const Accelerators = z.strictObject({
  kinds: z.array(AcceleratorKind).min(1),
  /** Which GPUs it is known to serve from; others may serve beside them. */
  gpus: z.array(GpuClass).min(1).optional(),
  /** When that was so, or when somebody looked and found nothing: a day, a month or a year. */
  asOf: z
    .string()
    .regex(
      /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
      'expected a day, month or year such as 2026-05',
    )
    .optional(),
  /** What its own accelerators are called. */
  name: z.string().optional(),
  ...Basis,
});
export type Accelerators = z.infer<typeof Accelerators>;

/** Path of a host's file from the project's root. */
export function hostPath(slug: string): string {
  return `data/hosts/${slug}.yaml`;
}

/** data/hosts/<slug>.yaml; the file's name is OpenRouter's slug. */
export const HostFile = z.strictObject({
  /** As OpenRouter's endpoints name it. */
  name: z.string().min(1),
  /** Only where OpenRouter states none or a wrong one. */
  headquarters: z.strictObject({ country: CountryCode, ...Basis }).optional(),
  /** Who runs the machines, where somebody says so. */
  operator: z.strictObject({ name: z.string().min(1), ...Basis }).optional(),
  /**
   * Where it serves from, with weights. Absent: the data-centre countries that OpenRouter lists,
   * else the country of its headquarters, else the default place.
   */
  places: z.strictObject({ zones: ZoneShares, ...Basis }).optional(),
  /** What its buildings are taken for, where it publishes no figures of its own. */
  facility: z.strictObject({ class: FacilityClass, ...Basis }),
  powerUsageEffectiveness: Bounds.safeExtend(Basis).optional(),
  waterOnSiteLitresPerKilowattHour: Bounds.safeExtend(Basis).optional(),
  /** Regions by the name in its endpoint tags. */
  regions: z.strictObject({ named: z.record(z.string(), Region), ...Basis }).optional(),
  accelerators: Accelerators.optional(),
  note: z.string().optional(),
});
export type HostFile = z.infer<typeof HostFile>;
