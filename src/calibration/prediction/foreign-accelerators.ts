import { ACCELERATORS, type Accelerator } from '../../estimation/accelerator-designs.ts';

/** The accelerator whose coefficients stand for a named one, and why where they are not its own. */
export interface AcceleratorMatch {
  accelerator: Accelerator;
  /** True where no accelerator of its design was measured. */
  foreign: boolean;
  note?: string;
}

/** Year of announcement of the accelerators that stand in for others; the nearer one does. */
const H100_YEAR = 2022;
const B200_YEAR = 2024;

/** Built on the silicon of a measured design. */
const SAME_SILICON: readonly (readonly [name: RegExp, accelerator: Accelerator])[] = [
  [/\b(B100|BLACKWELL)/, 'B200'],
  [/\b(GH200|H800|H20|HOPPER)\b/, 'H100'],
  [/\b(MI350)/, 'MI355X'],
  [/\b(MI308|MI300A)/, 'MI300X'],
];

/** Other designs of the same maker, whose software is the same. */
const SAME_MAKER: readonly (readonly [name: RegExp, accelerator: Accelerator])[] = [
  [/\b(MI210|MI250)/, 'MI300X'],
  [/\bMI4\d\d/, 'MI355X'],
];

/** Year of announcement of accelerators without coefficients. The first name that fits counts. */
const ANNOUNCED: readonly (readonly [name: RegExp, year: number])[] = [
  [/\bV100/, 2017],
  [/\bT4\b/, 2018],
  [/\b(A100|A800|A40|A30)/, 2020],
  [/\b(A10|A10G|RTX A\d+)\b/, 2021],
  [/\b(L40S|L4|L20)\b/, 2023],
  [/\b(L40|RTX 40\d\d|4090|RTX 6000 ADA)\b/, 2022],
  [/\b(RTX 50\d\d|5090|RTX PRO 6000)/, 2025],
  [/\bGAUDI ?2/, 2022],
  [/\bGAUDI ?3/, 2024],
  [/\bTPU ?V4/, 2021],
  [/\bTPU ?V5/, 2023],
  [/\bTPU ?V6/, 2024],
  [/\bTPU ?V7/, 2025],
  [/\b(INFERENTIA ?2|TRN1|TRAINIUM ?1)/, 2022],
  [/\b(TRAINIUM ?2|TRN2)/, 2023],
];

/**
 * Finds the coefficients for an accelerator by its name, as people write it ("NVIDIA H100 80GB
 * HBM3"). Without coefficients of its own: those of the same silicon, else of the same maker, else of
 * H100 or B200, whichever was announced nearer in time (H100 at equal distance), else H100.
 */
export function matchAccelerator(name: string | undefined): AcceleratorMatch {
  if (name === undefined) {
    return { accelerator: 'H100', foreign: false, note: 'no gpu given: taken as H100' };
  }
  const upper = name.toUpperCase().replaceAll(/[-_]/g, ' ');
  const own = ACCELERATORS.find((accelerator) => new RegExp(`\\b${accelerator}`).test(upper));
  if (own !== undefined) return { accelerator: own, foreign: false };
  const among = (kin: typeof SAME_SILICON) => kin.find(([pattern]) => pattern.test(upper))?.[1];
  const silicon = among(SAME_SILICON);
  if (silicon !== undefined) {
    return {
      accelerator: silicon,
      foreign: false,
      note: `${name} has no coefficients: ${silicon}, of the same silicon`,
    };
  }
  const foreign = (accelerator: Accelerator, why: string): AcceleratorMatch => ({
    accelerator,
    foreign: true,
    note: `${name} ${why}, wider range`,
  });
  const maker = among(SAME_MAKER);
  if (maker !== undefined)
    return foreign(maker, `has no coefficients: ${maker}, of the same maker`);
  const year = ANNOUNCED.find(([pattern]) => pattern.test(upper))?.[1];
  if (year === undefined) return foreign('H100', 'is not known: taken as H100');
  const accelerator = Math.abs(year - H100_YEAR) <= Math.abs(year - B200_YEAR) ? 'H100' : 'B200';
  return foreign(accelerator, `(${year}) has no coefficients: ${accelerator}, the nearer in year`);
}
