import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finishWritingTogether, writeTogether } from '../../../src/catalog/write-together.ts';
import { reportText } from '../../../src/openrouter/report.ts';
import { fakeOpenRouter } from './fake-openrouter.ts';
import { contents, ownDirectory, pullFrom } from './pulling.ts';

const NEXT_DAY = '2026-09-02';

describe('the snapshot is old or new', () => {
  test('where one file cannot be written, none is, and no draft stays', async () => {
    const directory = await ownDirectory();
    await writeFile(join(directory, 'models.json'), 'old');
    // A folder in the way of the second draft, as a full disk would be.
    await mkdir(join(directory, '.hosts.json.draft', 'full'), { recursive: true });
    const texts = new Map([
      ['models.json', 'new'],
      ['hosts.json', 'new'],
    ]);
    await expect(writeTogether(directory, texts)).rejects.toThrow();
    expect((await readdir(directory)).sort()).toEqual(['.hosts.json.draft', 'models.json']);
  });

  test('a replacement stopped between its files is finished by whoever comes next', async () => {
    const directory = await ownDirectory();
    await writeFile(join(directory, 'models.json'), 'new');
    await writeFile(join(directory, 'hosts.json'), 'old');
    await writeFile(join(directory, '.hosts.json.draft'), 'new');
    await writeFile(join(directory, '.ready-to-replace'), 'models.json\nhosts.json');
    finishWritingTogether(directory);
    expect(await contents(directory)).toEqual({ 'models.json': 'new', 'hosts.json': 'new' });
  });

  test.each(['2147483646', ''])(
    'what a stopped pull left is swept by the next, and its lock (%j) taken over',
    async (holder) => {
      const server = await fakeOpenRouter();
      const directory = await ownDirectory();
      await pullFrom({ ...server, directory });
      await writeFile(join(directory, '.models.json.draft'), '{"half": ');
      await writeFile(join(directory, '.models.json.21036.tmp'), '{"half": ');
      // No process has this id: the largest that any system gives is smaller.
      await writeFile(join(directory, '.pull.lock'), holder);
      const report = await pullFrom({ ...server, directory, today: NEXT_DAY });
      expect(report.complete).toBe(true);
      expect((await readdir(directory)).sort()).toEqual([
        'endpoints.json',
        'hosts.json',
        'models.json',
      ]);
    },
  );

  test('a second pull at the same time is refused, and says which is the first', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    // The process that runs the tests has a parent, which lives.
    await writeFile(join(directory, '.pull.lock'), String(process.ppid));
    const report = await pullFrom({ ...server, directory });
    expect(report.complete).toBe(false);
    expect(reportText(report)).toContain(`another pull works on it, process ${process.ppid}`);
    expect(await readdir(directory)).toEqual(['.pull.lock']);
  });
});
