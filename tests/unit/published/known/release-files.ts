import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { currentRelease } from '../../../../src/release/current.ts';
import { header, type KnownFiles, saying } from './known-file.ts';

const Range = z.object({ low: z.number(), central: z.number(), high: z.number() });

const List = z.object({
  releases: z.array(
    z.looseObject({
      release: z.string(),
      date: z.string(),
      methodVersion: z.string(),
      published: z.string(),
    }),
  ),
});

const Index = z.object({
  models: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      maker: z.string(),
      evidence: z.string(),
      perThousandOutputTokens: z.object({ gramsCO2e: Range }),
    }),
  ),
});

const FOLDER = 'data/releases';

/** Every archived release as it lies on the disk, the oldest first. */
export const ARCHIVED = List.parse(
  JSON.parse(readFileSync(`${FOLDER}/releases.json`, 'utf8')),
).releases.map((record) => {
  const text = (name: string) => readFileSync(`${FOLDER}/${record.release}/${name}`, 'utf8');
  const { models } = Index.parse(JSON.parse(text('index.json')));
  return { record, text, models: new Map(models.map((model) => [model.id, model])) };
});

export const RELEASE_FILES: KnownFiles = {
  '/api/v1/releases.json': {
    expected: () => ({
      ...header(
        currentRelease().release,
        saying(/^bytes of each file\b/, /estimated and notEstimated count entries/),
      ),
      releases: ARCHIVED.toReversed().map(({ record }) => ({
        ...record,
        address: `/releases/${record.release}/`,
      })),
    }),
  },
  '/releases/history.csv': {
    // By release and model; the release that is built may not be archived yet.
    read: (text) => {
      const [head, ...rows] = text
        .trimEnd()
        .split('\r\n')
        .map((row) => row.split(','));
      const own = new Set(ARCHIVED.map(({ record }) => record.release));
      const archived = rows.filter(([release = '']) => own.has(release));
      return { head, rows: archived.map((row) => row.join(' ')) };
    },
    expected: () => ({
      head: [
        'release',
        'list_date',
        'method_version',
        'id',
        'evidence',
        'gco2e_per_1000_output_tokens_low',
        'gco2e_per_1000_output_tokens_central',
        'gco2e_per_1000_output_tokens_high',
      ],
      rows: ARCHIVED.flatMap(({ record, models }) =>
        [...models.values()].map(({ id, evidence, perThousandOutputTokens: { gramsCO2e } }) =>
          [
            record.release,
            record.date,
            record.methodVersion,
            id,
            evidence,
            gramsCO2e.low,
            gramsCO2e.central,
            gramsCO2e.high,
          ].join(' '),
        ),
      ),
    }),
  },
  '/releases/[release]/[file]': {
    read: (text) => text,
    // The release that is built has files too before it is archived.
    expected: ({ release, file = '' }) =>
      ARCHIVED.find(({ record }) => record.release === release)?.text(file) ??
      new RegExp(currentRelease().release.release),
  },
};
