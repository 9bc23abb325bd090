import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { HostFile, StatedBy } from '../../../src/catalog/host.ts';
import { MakerFile } from '../../../src/catalog/maker.ts';
import { CONTRIBUTED_FILE } from '../../../src/catalog/measurement.ts';
import { HowKnown } from '../../../src/catalog/source.ts';

const FORMS = '.github/ISSUE_TEMPLATE';
const Form = z.object({
  name: z.string(),
  description: z.string(),
  body: z.array(
    z.object({
      type: z.enum(['input', 'dropdown', 'textarea']),
      id: z.string(),
      attributes: z.object({ label: z.string(), options: z.array(z.string()).optional() }),
    }),
  ),
});

describe('who contributes', () => {
  test('is led to files that are there', () => {
    const page = readFileSync('src/pages/contribute.astro', 'utf8');
    const named = [...page.matchAll(/'(data\/[^']+\.\w+)'/g)].map(([, file = '']) =>
      file.replace('<maker>', 'openai').replace('<host>', 'openai'),
    );
    expect(named.length).toBeGreaterThan(10);
    // That one is there once somebody has measured something.
    const missing = named.filter((file) => file !== CONTRIBUTED_FILE && !existsSync(file));
    expect(missing).toEqual([]);
  });

  test('is led to fields of the factors that are there', () => {
    const page = readFileSync('src/pages/contribute.astro', 'utf8');
    const rows = [...page.matchAll(/'(data\/factors\/[^']+)',\s*'([\w.<>]+)'/g)];
    expect(rows.length).toBeGreaterThan(5);
    for (const [, file = '', field = ''] of rows) {
      const found = field
        .split('.')
        .reduce(
          (at, key) => (key.startsWith('<') ? Object.values(at ?? {})[0] : at?.[key]),
          parse(readFileSync(file, 'utf8')),
        );
      expect(found, `${file} › ${field}`).toBeDefined();
    }
  });

  test.each([
    ['data/models/<maker>.yaml', MakerFile],
    ['data/hosts/<host>.yaml', HostFile],
  ])('is led to fields that %s may have', (file, schema) => {
    const page = readFileSync('src/pages/contribute.astro', 'utf8');
    const rows = [...page.matchAll(/'(data\/[^']+)',\s*'([\w.<>]+)'/g)];
    const fields = rows.flatMap(([, of, field = '']) => (of === file ? field : []));
    expect(fields.length).toBeGreaterThan(3);
    for (const field of fields) {
      const found = field
        .split('.')
        .reduce<z.core.JSONSchema._JSONSchema | undefined>(
          (at, key) =>
            typeof at === 'object' && key.startsWith('<')
              ? at.additionalProperties
              : Object(at).properties?.[key],
          z.toJSONSchema(schema, { io: 'input' }),
        );
      expect(found, `${file} › ${field}`).toBeDefined();
    }
  });

  test.each(readdirSync(FORMS).filter((file) => file !== 'config.yml'))(
    '%s asks in the words of the records',
    (file) => {
      const { body } = Form.parse(parse(readFileSync(path.join(FORMS, file), 'utf8')));
      const ids = body.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const options = (id: string) => body.find((one) => one.id === id)?.attributes.options;
      if (ids.includes('how')) expect(options('how')).toEqual(HowKnown.options);
      if (ids.includes('stated-by')) {
        expect(options('stated-by')?.toSorted()).toEqual(StatedBy.options.toSorted());
      }
    },
  );

  /** What a command says where there is nothing: all that it would do fails there or leaves a trace. */
  const askedInNothing = (command: string, option: string) => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'asking-'));
    const script = path.resolve(`scripts/${command}.ts`);
    const said = spawnSync(process.execPath, [script, option], { cwd, encoding: 'utf8' });
    return { ...said, written: readdirSync(cwd) };
  };

  test.each(['check-data', 'build-release', 'check-links'])(
    'is told what %s does where that is asked, and it does not do it',
    (command) => {
      const { status, stderr, stdout, written } = askedInNothing(command, '--help');
      expect([status, stderr, written]).toEqual([0, '', []]);
      expect(stdout).toMatch(/\n {2}npm run .*\nExit code: 0 if [^\n]+\n$/s);
    },
  );

  test.each(['build', 'build-package', 'build-release', 'bench', 'check-data', 'check-links'])(
    'is told which options %s does not have, before it does anything',
    (command) => {
      const { status, stderr, stdout, written } = askedInNothing(command, '--dry-run');
      expect([status, stdout, written]).toEqual([1, '', []]);
      expect(stderr).toContain("Unknown option '--dry-run'");
    },
  );

  test('is told what a build needs without one', () => {
    const { status, stdout, written } = askedInNothing('build', '--help');
    expect([status, written]).toEqual([0, []]);
    expect(stdout).toContain('SITE_URL');
  });
});
