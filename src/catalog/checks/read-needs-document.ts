import { hostPath } from '../host.ts';
import { makerPath } from '../maker.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import type { Source } from '../source.ts';
import { LINEAGE_FILE } from '../training-lineage.ts';
import { STATEMENTS_FILE } from '../training-statement.ts';
import { modelRecords } from './model-records.ts';

/** What a figure says of how it is known, and on what. */
interface Claim {
  how: string;
  sources: readonly string[];
  at: { file: string; record: string; field: string };
}

/** What is read here of training. */
type StatementsOf = { training: Pick<CatalogData['training'], 'statements' | 'lineage'> };

/** A source of this kind carries a claim of that strength: nothing is read in a document that was not at hand. */
const CARRIED_BY: ReadonlyMap<string, ReadonlySet<Source['read']>> = new Map([
  ['read', new Set<Source['read']>(['primary'])],
  ['read-secondary', new Set<Source['read']>(['primary', 'secondary'])],
]);

/** A figure that says "read" names a source that was read. */
export function readNeedsDocument(
  data: Pick<CatalogData, 'makers' | 'hostFiles' | 'sources'> & StatementsOf,
): Problem[] {
  return claims(data).flatMap(({ how, sources, at }) => {
    const carriers = CARRIED_BY.get(how);
    if (carriers === undefined) return [];
    const kinds = sources.flatMap((id) => data.sources[id]?.read ?? []);
    // A source that is missing altogether is another check's problem.
    if (kinds.length < sources.length || kinds.some((kind) => carriers.has(kind))) return [];
    return [
      {
        ...at,
        message: `how is "${how}", but ${sources.join(', ')} ${kinds.length === 1 ? 'is' : 'are'} ${kinds.join(', ')}; expected a source with read: ${[...carriers].join(' or ')}, or a weaker how`,
      },
    ];
  });
}

function claims(data: Pick<CatalogData, 'makers' | 'hostFiles'> & StatementsOf): Claim[] {
  return [
    ...[...data.makers].flatMap(([maker, { servesOn }]) =>
      servesOn === undefined
        ? []
        : [{ ...servesOn, at: { file: makerPath(maker), record: '', field: 'servesOn.how' } }],
    ),
    ...[...data.hostFiles].flatMap(([slug, host]) =>
      Object.entries(host).flatMap(([field, fact]) =>
        typeof fact === 'object'
          ? [{ ...fact, at: { file: hostPath(slug), record: '', field: `${field}.how` } }]
          : [],
      ),
    ),
    ...[
      [STATEMENTS_FILE, data.training.statements] as const,
      [LINEAGE_FILE, data.training.lineage] as const,
    ].flatMap(([file, records]) =>
      Object.entries(records).map(([record, { how, sources }]) => ({
        how,
        sources,
        at: { file, record, field: 'how' },
      })),
    ),
    ...modelRecords(data).flatMap(({ facts, at }) =>
      (['parameters', 'precision', 'architecture'] as const).flatMap((field) => {
        const figure = facts[field];
        if (figure === undefined) return [];
        const { how, sources } = figure;
        return [{ how, sources, at: { ...at, field: `${field}.how` } }];
      }),
    ),
  ];
}
