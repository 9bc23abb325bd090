/** Accelerators with measured rows, or of the same silicon as one that has. */
export const ACCELERATORS = [
  'H100',
  'H200',
  'B200',
  'B300',
  'GB200',
  'GB300',
  'MI300X',
  'MI325X',
  'MI355X',
] as const;
export type Accelerator = (typeof ACCELERATORS)[number];

/** Accelerators of one design, which share their coefficients. */
export type AcceleratorFamily = 'Hopper' | 'Blackwell' | 'CDNA 3' | 'CDNA 4';

/** One value per accelerator. */
export type PerAccelerator = Readonly<Record<Accelerator, number>>;

interface Design {
  family: AcceleratorFamily;
  /** Whether it computes with numbers of 4 bits. */
  fourBitArithmetic: boolean;
}

const HOPPER: Design = { family: 'Hopper', fourBitArithmetic: false };
const BLACKWELL: Design = { family: 'Blackwell', fourBitArithmetic: true };
const CDNA_3: Design = { family: 'CDNA 3', fourBitArithmetic: false };
const CDNA_4: Design = { family: 'CDNA 4', fourBitArithmetic: true };

/** The design of each accelerator. */
export const DESIGN_OF: Readonly<Record<Accelerator, Design>> = {
  H100: HOPPER,
  H200: HOPPER,
  B200: BLACKWELL,
  B300: BLACKWELL,
  GB200: BLACKWELL,
  GB300: BLACKWELL,
  MI300X: CDNA_3,
  MI325X: CDNA_3,
  MI355X: CDNA_4,
};
