/** The accelerators that runs are taken to have used, the oldest first. */
export const ASSUMED_ACCELERATORS = [
  'K80',
  'P100',
  'V100',
  'TPU v3',
  'A100',
  'TPU v4',
  'H100',
  'H800',
] as const;
export type AssumedAccelerator = (typeof ASSUMED_ACCELERATORS)[number];

/** What decides which accelerator stands in where none is stated. */
export interface WhoAndWhen {
  /** Whether Google, which trains on its own accelerators, is a maker. */
  byGoogle: boolean;
  /** ISO 3166 alpha-2 code of the maker's country, where known. */
  country?: string | undefined;
  /** Day of publication, as a year with its fraction: 2024.5 is the middle of 2024. */
  year: number;
}

/**
 * The accelerator that a run is taken to have used where nobody states it: the one that most runs of
 * such makers used then. Google: TPU v4 from mid-2021, v3 from 2018. China: H800 from late 2023. Others:
 * H100 from mid-2023, A100 from 2021, V100 from 2018, P100 from mid-2016, K80 before.
 */
export function assumedAccelerator({ byGoogle, country, year }: WhoAndWhen): AssumedAccelerator {
  if (byGoogle && year >= 2018) return year >= 2021.5 ? 'TPU v4' : 'TPU v3';
  if (country === 'CN' && year >= 2023.75) return 'H800';
  if (country !== 'CN' && year >= 2023.5) return 'H100';
  if (year >= 2021) return 'A100';
  if (year >= 2018) return 'V100';
  return year >= 2016.5 ? 'P100' : 'K80';
}
