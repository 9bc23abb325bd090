import type { Factors } from '../catalog/factor-files.ts';
import { sha256 } from './input-hashes.ts';

/**
 * Hash of the numbers in data/factors that belong to a version of the method, as data/method-versions.yaml
 * notes it. Words and sources may be put better, and what follows from the list may be fitted anew
 * (the price lines, the tokenizers that models have): neither makes another version.
 */
export function coefficientsSha256({ price, tokenizers: _, ...others }: Factors): string {
  const { line: _line, withCapacity: _withCapacity, outliers: _outliers, ...stated } = price;
  const numbers = JSON.stringify({ ...others, price: stated }, (_name, value: unknown) =>
    isWords(value) ? undefined : value,
  );
  return sha256(numbers);
}

/** Whether a value is a text or a list of texts, as notes and sources are. */
function isWords(value: unknown): boolean {
  return [value].flat().every((one) => typeof one === 'string');
}
