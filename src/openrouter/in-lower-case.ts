import type { DropField } from './sift.ts';

/**
 * A name as OpenRouter writes those of hosts, in lower case: `H-1` is the host `h-1`. Another spelling is
 * told in the report.
 */
export function inLowerCase(name: string, field: string, drop: DropField): string {
  const trimmed = name.trim();
  const lower = trimmed.toLowerCase();
  if (lower !== trimmed) drop(field, name, `expected lower case, ${lower}`, 'read so');
  return lower;
}
