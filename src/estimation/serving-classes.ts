import type { Accelerator } from './accelerator-designs.ts';

/**
 * Ways of serving that take different energy for one token: H100, H200 and H800; B200 and B300 in
 * servers of eight; GB200 and GB300 in racks of 72, or prefill and decoding on machines of their own;
 * MI300X and later.
 */
export const SERVING_CLASSES = ['hopper', 'blackwell-node', 'rack', 'amd'] as const;
export type ServingClass = (typeof SERVING_CLASSES)[number];

/** The classes that may serve, in order: those that are known to, or all where that is not known. */
export function classesAmong(classes: readonly ServingClass[] | undefined): ServingClass[] {
  return SERVING_CLASSES.filter((one) => classes === undefined || classes.includes(one));
}

/** One value per class. */
export type PerClass<T = number> = Readonly<Record<ServingClass, T>>;

/** What is assumed of the machines of a class. */
export interface ClassOfServing {
  /** The accelerator that stands for it in the energy equation. */
  accelerator: Accelerator;
  /** Whether prefill and decoding run on accelerators of their own. */
  disaggregated: boolean;
  /** Its share of the tokens among hosts that state nothing: the median of what is drawn. */
  share: number;
  /** Spread of ln(its share over that of Blackwell nodes); those have none of their own. */
  shareSdLn: number;
  /** Sequences decoded together, over those of the mean machine. */
  loadFactor: number;
  /** Measured energy of a request over that at an equal mix of the classes, at equal speed. */
  relativeEnergy: number;
  /** How far hosts of this class are from its mean. */
  hostSdLn: number;
  /** Energy of the server, idle machines included, over energy of its accelerators. */
  hostAndIdle: number;
}

/** The same value for each class, from a function of the class. */
export function perClass<T>(value: (servingClass: ServingClass) => T): PerClass<T> {
  return {
    hopper: value('hopper'),
    'blackwell-node': value('blackwell-node'),
    rack: value('rack'),
    amd: value('amd'),
  };
}
