import type { AcceleratorGeneration } from '../../estimation/accelerator.ts';

/** The accelerator whose coefficients stand for a named one, and why where they are not its own. */
export interface AcceleratorMatch {
  accelerator: AcceleratorGeneration;
  note?: string;
}

/** Year of announcement of the generations with coefficients; the nearer one stands in. */
const H100_YEAR = 2022;
const B200_YEAR = 2024;

/** Built on the silicon of a measured generation: nearness in year does not decide. */
const SAME_SILICON: readonly (readonly [name: RegExp, accelerator: AcceleratorGeneration])[] = [
  [/\b(GB200|GB300|B100|B300|BLACKWELL)/, 'B200'],
  [/\b(GH200|H200|H800|H20|HOPPER)\b/, 'H100'],
];

/** Year of announcement of accelerators without coefficients. The first name that fits counts. */
const ANNOUNCED: readonly (readonly [name: RegExp, year: number])[] = [
  [/\bV100/, 2017],
  [/\bT4\b/, 2018],
  [/\b(A100|A800|A40|A30)/, 2020],
  [/\b(A10|A10G|RTX A\d+)\b/, 2021],
  [/\b(MI210|MI250)/, 2021],
  [/\b(L40S|L4|L20)\b/, 2023],
  [/\b(L40|RTX 40\d\d|4090|RTX 6000 ADA)\b/, 2022],
  [/\b(RTX 50\d\d|5090|RTX PRO 6000)/, 2025],
  [/\b(MI300)/, 2023],
  [/\b(MI325)/, 2024],
  [/\b(MI350|MI355)/, 2025],
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
 * HBM3"). Without coefficients of its own: those of the generation with the same silicon, else of
 * the one announced nearer in time (H100 at equal distance), else H100.
 */
export function matchAccelerator(name: string | undefined): AcceleratorMatch {
  if (name === undefined) return { accelerator: 'H100', note: 'no gpu given: taken as H100' };
  const upper = name.toUpperCase().replaceAll(/[-_]/g, ' ');
  if (/\bH100/.test(upper)) return { accelerator: 'H100' };
  if (/\bB200/.test(upper)) return { accelerator: 'B200' };
  const kin = SAME_SILICON.find(([pattern]) => pattern.test(upper));
  if (kin !== undefined) {
    return {
      accelerator: kin[1],
      note: `${name} has no coefficients: ${kin[1]}, of the same silicon`,
    };
  }
  const year = ANNOUNCED.find(([pattern]) => pattern.test(upper))?.[1];
  if (year === undefined) {
    return { accelerator: 'H100', note: `${name} is not known: taken as H100` };
  }
  const accelerator = Math.abs(year - H100_YEAR) <= Math.abs(year - B200_YEAR) ? 'H100' : 'B200';
  return {
    accelerator,
    note: `${name} (${year}) has no coefficients: ${accelerator}, the nearer in year`,
  };
}
