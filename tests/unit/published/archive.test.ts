import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readArchivedIndex } from '../../../src/published/archive/archived-index.ts';
import { archiveRelease, OtherFigures } from '../../../src/published/archive/publish.ts';
import { indexJson } from '../../../src/published/index-json.ts';
import {
  ARCHIVED_FILES,
  archivedPath,
  archivedText,
  readReleaseList,
} from '../../../src/release/archive.ts';
import { release } from '../release/some-models.ts';

const root = mkdtempSync(path.join(tmpdir(), 'archive-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('the archive of releases', () => {
  const archived = readReleaseList(process.cwd());

  test.each(archived)('holds $release byte for byte as it was published', (record) => {
    for (const name of ARCHIVED_FILES) {
      const text = archivedText(process.cwd(), record, name);
      expect(Buffer.byteLength(text)).toBe(record.files[name].bytes);
      expect(text).toContain(record.release);
    }
  });

  test('goes back to the first version of the method', () => {
    expect(archived[0]?.methodVersion).toBe('1.0');
    expect(archived.length).toBeGreaterThan(1);
  });

  test('holds no release that its list does not name', () => {
    const folders = readdirSync(path.join('data', 'releases'), { withFileTypes: true });
    const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(names.toSorted()).toEqual(archived.map(({ release }) => release).toSorted());
  });

  test('names a file whose bytes are not those that were published', () => {
    const [record] = archived;
    cpSync(path.join('data', 'releases'), path.join(root, 'data', 'releases'), { recursive: true });
    const file = path.join(root, archivedPath(record!.release, 'index.csv'));
    writeFileSync(file, readFileSync(file, 'utf8').replace('openai', 'opena1'));
    expect(() => archivedText(root, record!, 'index.csv')).toThrow(
      /index\.csv: its bytes are not those that were published/,
    );
  });
});

describe('a malformed release', () => {
  test.each(['', '{"release":', '[]', 'null', '{"release": 1}', '['.repeat(100_000)])(
    'is told by its file: %.20j',
    (text) => {
      expect(() => readArchivedIndex(text, 'index.json')).toThrow(/\n {2}index\.json( › |: )/);
    },
  );

  test('is told where a file of it is missing', () => {
    const record = { ...readReleaseList(process.cwd())[0]!, release: '2001-01-01-11111111' };
    expect(() => archivedText(root, record, 'index.json')).toThrow(
      /2001-01-01-11111111\/index\.json: this file of an archived release is missing/,
    );
  });
});

describe('archiving', () => {
  const [first] = release.models;
  const few = { ...release, release: '2001-01-01-00000000', models: [first!] };

  test('writes a release once and never again', async () => {
    expect(await archiveRelease(root, few, '2001-01-02')).toBe('archived');
    const record = readReleaseList(root).at(-1);
    expect(record).toMatchObject({ release: few.release, published: '2001-01-02', estimated: 1 });
    const text = archivedText(root, record!, 'index.json');
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(indexJson(few))));
    expect(await archiveRelease(root, few, '2001-01-03')).toBe('there already');
    expect(readReleaseList(root).at(-1)).toEqual(record);
  });

  test('leaves nothing of a release that cannot be written whole, and is done anew later', async () => {
    const other = { ...few, release: '2001-01-01-22222222' };
    const list = path.join(root, 'data', 'releases');
    const before = readdirSync(list).toSorted();
    // A folder in the way of the list's draft, as a full disk would be.
    const inTheWay = path.join(list, `.releases.json.${process.pid}.tmp`);
    mkdirSync(path.join(inTheWay, 'full'), { recursive: true });
    await expect(archiveRelease(root, other, '2001-01-02')).rejects.toThrow();
    rmSync(inTheWay, { recursive: true, force: true });
    expect(readdirSync(list).toSorted()).toEqual(before);
    expect(await archiveRelease(root, other, '2001-01-02')).toBe('archived');
  });

  test('keeps the archived form where the same figures are written another way', async () => {
    const other = { ...few, models: [{ ...first!, aliases: ['~maker/latest'] }] };
    expect(await archiveRelease(root, other, '2001-01-03')).toBe('same figures there');
  });

  test('refuses other figures under the same name, and says what to do', async () => {
    const { perThousandOutputTokens: tokens } = first!;
    const gramsCO2e = { ...tokens.gramsCO2e, high: 2 * tokens.gramsCO2e.high };
    const model = { ...first!, perThousandOutputTokens: { ...tokens, gramsCO2e } };
    const archiving = archiveRelease(root, { ...few, models: [model] }, '2001-01-03');
    await expect(archiving).rejects.toThrow(OtherFigures);
    await expect(archiving).rejects.toThrow(/raise METHOD_VERSION/);
  });
});
