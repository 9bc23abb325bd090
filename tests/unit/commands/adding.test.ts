import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withRecord } from '../../../scripts/adding/yaml-record.ts';
import { measuredPoints } from '../../../src/calibration/energy/measured-points.ts';
import { readData } from '../../../src/catalog/read-data.ts';

describe('a record that is added to a file', () => {
  const file = `# What is known.
name: Example
models:
  # The first.
  alpha: { weights: closed }
  gamma:
    weights:   open # as it was written
`;
  const record = { weights: 'open', parameters: { sources: ['a', 'b'] } };

  test('stands among the others by its name, which stay as they were written', () => {
    const lines = (name: string) => withRecord(file, 'models', name, record).split('\n');
    const added = (name: string) => [
      `  ${name}:`,
      '    weights: open',
      '    parameters:',
      '      sources: [a, b]',
    ];
    const was = file.split('\n');
    expect(lines('beta')).toEqual([...was.slice(0, 5), ...added('beta'), ...was.slice(5)]);
    expect(lines('omega')).toEqual([...was.slice(0, -1), ...added('omega'), '']);
    expect(Object.keys(parse(withRecord(file, 'models', 'aardvark', record)).models)).toEqual([
      'aardvark',
      'alpha',
      'gamma',
    ]);
    expect(() => withRecord(file, 'models', 'alpha', record)).toThrow('alpha is there already');
  });
});

describe('what a contributor adds', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'adding-'));
  afterAll(() => rmSync(root, { recursive: true }));
  for (const folder of ['data', 'scripts', 'src', 'package.json']) {
    cpSync(folder, path.join(root, folder), { recursive: true });
  }
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  const run = (command: string, ...options: string[]) =>
    spawnSync(process.execPath, [`scripts/${command}.ts`, ...options], {
      cwd: root,
      encoding: 'utf8',
      input: '',
    });
  const at = (file: string) => path.join(root, file);
  const source = [
    ...['--source', 'strange-lab', '--source-title', 'Runs of ours', '--source-publisher', 'A lab'],
    ...['--source-year', '2026', '--source-licence', 'CC-BY-4.0', '--source-read', 'primary'],
  ];

  test('is a sound record of a model, or nothing is written and all that is wrong is said', () => {
    const model = [
      '--id',
      'some-maker/wonder-70b',
      '--maker-name',
      'Some Maker',
      '--weights',
      'open',
    ];
    const wrong = run('add-model', ...model, '--total', 'many', '--how', 'seen');
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain('--total is “many”: expected billions, such as 20.9');
    const swapped = run(
      'add-model',
      ...model,
      '--total',
      '7',
      '--active',
      '70',
      '--how',
      'read',
      ...source,
    );
    expect(swapped.stderr).toContain('--active is “70”: expected no more than all of them, 7');
    const lost = run('add-model', '--id', 'Some/Wonder', '--weights', 'closed', '--total', '7');
    expect(lost.stderr).toContain('--id is “Some/Wonder”: expected small letters');
    const known = ['--id', `${[...readData(root).makers.keys()][0]}/wonder`, '--weights', 'closed'];
    expect(run('add-model', ...known, '--maker-name', 'Another').stderr).toContain(
      '--maker-name is “Another”: has no place beside the other answers',
    );
    expect(run('add-model', ...known, '--weights', 'open').stderr).toContain(
      '--weights stands there more than once',
    );
    expect(existsSync(at('data/models/some-maker.yaml'))).toBe(false);
    expect(readFileSync(at('data/sources.yaml'), 'utf8')).not.toContain('strange-lab');

    const sound = run(
      'add-model',
      ...model,
      '--total',
      '70.6',
      '--active',
      '70.6',
      '--how',
      'read',
      ...source,
    );
    expect([sound.status, sound.stderr]).toEqual([0, '']);
    expect(sound.stdout).toContain('does not hold some-maker/wonder-70b');
    expect(readData(root).makers.get('some-maker')?.models['wonder-70b']).toMatchObject({
      parameters: { totalBillions: 70.6, how: 'read', sources: ['strange-lab'] },
    });
  });

  test('goes into no file that cannot be read, which is said of the file', () => {
    const [maker, sources] = [at('data/models/some-tab.yaml'), at('data/sources.yaml')];
    const was = readFileSync(sources, 'utf8');
    const closed = ['--id', 'some-tab/one', '--weights', 'closed'];
    writeFileSync(maker, 'name: Tab\nmodels:\n\ttwo: {}\n');
    expect(run('add-model', ...closed).stderr).toContain(
      'data/models/some-tab.yaml: indent with spaces',
    );
    rmSync(maker);
    writeFileSync(sources, `${was}\ttab: {}\n`);
    const open = ['--id', 'some-tab/one', '--maker-name', 'Tab', '--weights', 'open'];
    const { stderr } = run('add-model', ...open, '--total', '7', '--active', '7', ...source);
    writeFileSync(sources, was);
    expect(stderr).toContain('data/sources.yaml: indent with spaces');
    expect(existsSync(maker)).toBe(false);
  });

  test('is a sound record of a host', () => {
    const options = [
      ...['--slug', 'some-host', '--name', 'Some Host', '--zones', 'SE:0.7,DE:0.3'],
      ...[
        '--facility',
        'neocloud',
        '--stated-by',
        'nobody',
        '--how',
        'assumed',
        '--source',
        'own-judgement',
      ],
    ];
    expect(run('add-host', ...options).stderr).toBe('');
    expect(readData(root).hostFiles.get('some-host')?.places?.zones).toEqual({ SE: 0.7, DE: 0.3 });
  });

  test('is a measured run that agrees with itself, and the fit takes it in', () => {
    const { data } = Papa.parse<Record<string, string>>(
      readFileSync('data/measurements/mlenergy-v3.csv', 'utf8'),
      { header: true, comments: '#', preview: 1 },
    );
    const runs = (joules: number, more: Readonly<Record<string, unknown>> = {}) => {
      const own = {
        configuration: 'strange-1',
        meanInputTokens: 420,
        joulesPerOutputToken: joules,
        ...more,
      };
      writeFileSync(at('runs.csv'), Papa.unparse([{ ...data[0], ...own }]));
      return run('add-measurement', '--from', 'runs.csv', ...source);
    };
    const joules = Number(data[0]!.joulesPerOutputToken);
    const file = at('data/measurements/contributed.csv');
    const contributed = () => readFileSync(file, 'utf8');
    const rowsOf = (text: string) =>
      Papa.parse<object>(text, { header: true, comments: '#', skipEmptyLines: true }).data;
    // Somebody has added another before.
    const [anySource] = Object.keys(readData(root).sources);
    const other = { configuration: 'strange-0', meanInputTokens: 420, source: anySource };
    const others = existsSync(file) ? rowsOf(contributed()) : [];
    writeFileSync(file, Papa.unparse([...others, { ...data[0], ...other }]));
    const was = contributed();
    const before = measuredPoints(readData(root)).length;
    expect(runs(1000 * joules).stderr).toContain('runs.csv › strange-1 › joulesPerOutputToken');
    // Each by the file that a person has before them, and no column goes without a word.
    expect(runs(joules, { layers: 'many' }).stderr).toMatch(
      /^runs\.csv › row 1 \(strange-1\) › layers: /m,
    );
    expect(runs(joules, { humidity: 40 }).stderr).toContain(
      'runs.csv: columns that are not asked for: humidity',
    );
    expect(contributed()).toBe(was);
    const { stderr, stdout } = runs(joules);
    expect(stderr).toBe('');
    expect(stdout).toContain(`Written: 1 of now ${rowsOf(was).length + 1} runs`);
    const known = readData(root);
    const points = measuredPoints(known);
    expect(points).toHaveLength(before + 1);
    const point = points.find(({ configuration }) => configuration === 'strange-1')!;
    expect(point.fitted).toBe(true);
    expect(point.run(known.factors.accelerator).inputTokens).toBe(420);
  });
});
