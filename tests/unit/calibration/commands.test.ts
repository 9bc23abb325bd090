import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** Runs a script as npm does. */
function run(script: string, ...args: string[]): Promise<{ code: number; told: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [`scripts/${script}.ts`, ...args], (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, told: out + err }),
    );
  });
}

/** A directory with an input file of this content. */
async function directoryWith(content: string) {
  const directory = await mkdtemp(path.join(tmpdir(), 'predict-'));
  const input = path.join(directory, 'in.json');
  await writeFile(input, content);
  return { directory, input, output: path.join(directory, 'out.json') };
}

const RUN =
  '{"config_id":"a: NaN, \\"b\\"","total_b":8,"bits":16,"avg_batch":32,"mean_out":500,"lenbias_out":NaN}';

describe('npm run predict', () => {
  test('writes ranges by config_id, reads NaN as missing, and names what is wrong', async () => {
    const { directory, input, output } = await directoryWith(`[${RUN}, {"config_id":"b"}]`);
    const { code, told } = await run('predict', '--in', input, '--out', output);
    const written = JSON.parse(await readFile(output, 'utf8'));
    // What is missing is so in the place of a number alone.
    expect(Object.keys(written)).toEqual(['a: NaN, "b"']);
    const { low, central, high } = written['a: NaN, "b"'];
    expect(low).toBeLessThan(central);
    expect(central).toBeLessThan(high);
    expect(told).toContain('record 1 › b › total_b: expected a positive number; found nothing');
    expect(code).toBe(0);
    expect(await readdir(directory)).toEqual(['in.json', 'out.json']);
  });

  test('ends with exit code 1 and no file when nothing can be predicted', async () => {
    const { directory, input, output } = await directoryWith('[{"config_id":"b"}]');
    const { code, told } = await run('predict', '--in', input, '--out', output);
    expect(told).toContain('nothing could be predicted');
    expect(code).toBe(1);
    expect(await readdir(directory)).toEqual(['in.json']);
  });

  test.each([
    ['{', /in\.json: cannot be read/],
    ['{"a": 1}', /in\.json: expected a JSON array/],
  ])('ends with exit code 1 on an input that is %s', async (content, said) => {
    const { input, output } = await directoryWith(content);
    const { code, told } = await run('predict', '--in', input, '--out', output);
    expect(told).toMatch(said);
    expect(told).not.toContain('    at ');
    expect(code).toBe(1);
  });

  test('says how it is used when used wrongly', async () => {
    const { code, told } = await run('predict', '--inn', 'x');
    expect(told).toContain('See: npm run predict -- --help');
    expect(code).toBe(1);
  });
});

/** All fits take half a minute, more on a busy machine. */
const CALIBRATION_MILLISECONDS = 180_000;

describe('a published fit is that of the data beside it: npm run', () => {
  test.each([
    ['calibrate', ['data/factors/accelerator-energy.yaml', 'data/measurements/left-out-fits.json']],
    ['calibrate:price', ['data/factors/price.yaml']],
  ])(
    '%s -- --check finds nothing to do, and writes nothing',
    {
      timeout: CALIBRATION_MILLISECONDS,
    },
    async (command, files) => {
      const contents = () => Promise.all(files.map((file) => readFile(file, 'utf8')));
      const before = await contents();
      const { code, told } = await run(command.replace(':', '-'), '--check');
      expect(told.match(/^In step: \S+/gm)).toEqual(files.map((file) => `In step: ${file}`));
      expect(code).toBe(0);
      expect(await contents()).toEqual(before);
    },
  );
});
