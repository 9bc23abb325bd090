import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeAtomically } from '../../../src/catalog/write-atomically.ts';

const folder = () => mkdtemp(path.join(tmpdir(), 'write-'));

describe('a file that is replaced', () => {
  test('holds the new text alone, with nothing beside it', async () => {
    const directory = await folder();
    const file = path.join(directory, 'a.txt');
    await writeFile(file, 'a longer text than the new one');
    await writeAtomically(file, 'new\n');
    expect(await readFile(file, 'utf8')).toBe('new\n');
    expect(await readdir(directory)).toEqual(['a.txt']);
  });

  test('gets its folder where that is missing', async () => {
    const file = path.join(await folder(), 'deep', 'down', 'a.txt');
    await writeAtomically(file, 'text');
    expect(await readFile(file, 'utf8')).toBe('text');
  });

  test('leaves no draft behind where it cannot be written', async () => {
    const directory = await folder();
    await mkdir(path.join(directory, 'taken', 'by'), { recursive: true });
    await expect(writeAtomically(path.join(directory, 'taken'), 'text')).rejects.toThrow();
    expect(await readdir(directory)).toEqual(['taken']);
  });
});
