import type { LineageFile } from '../training-lineage.ts';
import type { RunRow } from '../training-run.ts';

/** FLOP that differ by less are the same but for rounding and context extension. */
const SAME_WITHIN = 0.2;
const SAME_SIZE_WITHIN = 0.01;

/**
 * Rows that are releases of a run which an earlier row is of, by their ids: same maker, family,
 * generation and size, and operations within 20 %. A table of models lists each release. A row whose
 * own hours its maker states is a run of its own. What is recorded as the same run is it, whatever its name.
 */
export function releasesOfRuns(
  rows: readonly RunRow[],
  { lineage, statedAlone }: { lineage: LineageFile; statedAlone: (id: string) => boolean },
): Map<string, RunRow> {
  const same = new Map<string, RunRow>();
  const recorded = recordedReleases(rows, lineage);
  const ofOwnName = rows.filter(({ id }) => !recorded.has(id));
  const families = Map.groupBy(
    ofOwnName.toSorted(
      (a, b) => a.published.localeCompare(b.published) || a.id.length - b.id.length,
    ),
    ({ makers, name }) => `${makers[0]}|${familyOf(name)}`,
  );
  for (const family of families.values()) {
    const runs: RunRow[] = [];
    for (const row of family) {
      const first = statedAlone(row.id) ? undefined : runs.findLast((run) => isSame(run, row));
      if (first === undefined) runs.push(row);
      else same.set(row.id, first);
    }
  }
  for (const [id, run] of recorded) same.set(id, same.get(run.id) ?? run);
  return same;
}

/** The rows that are recorded as another run, by their ids. */
function recordedReleases(rows: readonly RunRow[], lineage: LineageFile): Map<string, RunRow> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    Object.entries(lineage).flatMap(([id, { sameAs = '' }]) => {
      const run = byId.get(sameAs);
      return run === undefined ? [] : [[id, run] as const];
    }),
  );
}

function isSame(first: RunRow, later: RunRow): boolean {
  if (later.bases.length > 0) return false;
  const { flop, parameters } = first;
  if (flop === undefined || later.flop === undefined) return false;
  if (Math.abs(later.flop / flop - 1) > SAME_WITHIN) return false;
  if (plainName(first.name) === plainName(later.name)) return true;
  if (parameters === undefined || later.parameters === undefined) return false;
  return Math.abs(later.parameters / parameters - 1) <= SAME_SIZE_WITHIN;
}

/** A name without what stands in brackets, mostly the month of a release. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .trim();
}

/** The family and generation in a name: llama 3 of Llama 3.3 70B. The whole name where it has no number. */
function familyOf(name: string): string {
  const plain = plainName(name);
  const [, family, generation] = /^([a-z][a-z\s-]*?)[\s-]*v?(\d+)/.exec(plain) ?? [];
  return family === undefined ? plain : `${family.trim()} ${generation}`;
}
