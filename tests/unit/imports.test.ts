import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';

// What no rule of one file can see; the order of the folders itself stands in biome.jsonc.

test('no folder of src imports one that imports it', () => {
  const imported = importsByFolder();
  expect(imported.size).toBeGreaterThan(30);
  const circles = [...imported.keys()].flatMap((folder) => {
    const way = wayBack(folder, imported);
    return way === undefined ? [] : [way.join(' > ')];
  });
  expect(circles).toEqual([]);
});

describe('what runs in a browser', () => {
  test.each(['library', 'query'])('src/%s loads no schema and no file', async (folder) => {
    const modules = await modulesOf(globSync(`src/${folder}/*.ts`));
    expect(modules.length).toBeGreaterThan(10);
    expect(modules.filter((id) => /node_modules\/zod\/|browser-external|^node:/.test(id))).toEqual(
      [],
    );
  });
});

/** For each folder of src the other folders that its files import, types included. */
function importsByFolder(): Map<string, Set<string>> {
  const imported = new Map<string, Set<string>>();
  for (const file of globSync('src/**/*.{ts,tsx,astro}')) {
    const folder = path.dirname(file);
    const targets = ts
      .preProcessFile(scriptOf(file))
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => path.dirname(path.join(folder, fileName)))
      .filter((target) => target !== folder);
    imported.set(folder, new Set([...(imported.get(folder) ?? []), ...targets]));
  }
  return imported;
}

/** The code of a file; of an .astro file that between the fences. */
function scriptOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.astro') ? (text.split(/^---$/m)[1] ?? '') : text;
}

/** The shortest way by which a folder imports itself, if there is one. */
function wayBack(
  folder: string,
  imported: ReadonlyMap<string, ReadonlySet<string>>,
): string[] | undefined {
  const seen = new Set<string>();
  const ways = [[folder]];
  for (const way of ways) {
    for (const next of imported.get(way.at(-1) ?? '') ?? []) {
      if (next === folder) return [...way, folder];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

/** Every module that is bundled for a browser with these files, those of their workers too. */
async function modulesOf(files: string[]): Promise<string[]> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, rolldownOptions: { input: files } },
  });
  return [result]
    .flat()
    .flatMap((one) =>
      'output' in one
        ? one.output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
        : [],
    );
}
