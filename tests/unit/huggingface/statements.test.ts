import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CatalogData, readData } from '../../../src/catalog/read-data.ts';
import { SourceFile } from '../../../src/catalog/source.ts';
import { StatementFile, type TrainingStatement } from '../../../src/catalog/training-statement.ts';
import { cardEmissions } from '../../../src/huggingface/card-emissions.ts';
import { pullStatements } from '../../../src/huggingface/pull-statements.ts';
import { statementsReportText } from '../../../src/huggingface/report.ts';
import { ownDirectory } from '../openrouter/pulling.ts';
import { type FakeRepository, fakeHub } from './fake-hub.ts';

const data = readData('.');
const [RUN] = data.training.runs.filter(({ flop, chip_hours: hours }) => flop || hours);

/** The catalog, with these repositories alone, all but the last made by the same run. */
function catalogOf(models: readonly string[], statements: StatementFile = {}): CatalogData {
  const modelRuns = models.map((model) => ({ model, run: RUN!.id, relation: 'same' as const }));
  return { ...data, training: { ...data.training, modelRuns, statements } };
}

async function pulled(repositories: Record<string, FakeRepository>, catalog: CatalogData) {
  const { hub } = await fakeHub(repositories);
  const folder = await ownDirectory();
  const report = await pullStatements({
    hub,
    data: catalog,
    folder,
    today: '2026-12-01',
    onProgress: () => undefined,
  });
  const text = (name: string) => readFile(path.join(folder, 'training', name), 'utf8');
  return { report, text };
}

/** A statement of the run, as the data record them. */
const stated = (said: Pick<TrainingStatement, 'tonnesCO2e' | 'counts'>) =>
  StatementFile.parse({
    known: {
      what: 'Known',
      maker: 'Made Up',
      run: RUN!.id,
      statedBy: 'maker',
      accounting: 'unstated',
      how: 'read',
      sources: ['own-judgement'],
      note: 'Made up.',
      ...said,
    },
  });

const card = (emissions: unknown): FakeRepository => ({
  cardData: { co2_eq_emissions: emissions },
});

describe('emissions on model cards', () => {
  test.each([
    [1250, { grams: 1250 }],
    [{ emissions: 1250, source: null }, { grams: 1250 }],
    [
      {
        emissions: 3.5,
        source: 'codecarbon',
        training_type: 'fine-tuning',
        geographical_location: 'Quebec, Canada',
        hardware_used: '8 a100 GPUs',
      },
      {
        grams: 3.5,
        source: 'codecarbon',
        trainingType: 'fine-tuning',
        place: 'Quebec, Canada',
        hardware: '8 a100 GPUs',
      },
    ],
    [undefined, undefined],
    [0, { unread: expect.stringContaining('is 0; expected grams above 0') }],
    [{ emissions: '12 kg' }, { unread: expect.stringContaining('12 kg') }],
  ])('%j', (field, expected) => {
    expect(cardEmissions({ co2_eq_emissions: field })).toEqual(expected);
  });

  test('are proposed in tonnes, with what the card says beside them', async () => {
    const { report, text } = await pulled(
      {
        'made-up/Finch': card({
          emissions: 39e6,
          training_type: 'pre-training',
          geographical_location: 'Quebec, Canada',
          hardware_used: '8 a100 GPUs',
        }),
      },
      catalogOf(['made-up/Finch']),
    );
    expect(report.proposed.map((line) => line.split(':')[0])).toEqual(['finch']);
    const { finch } = StatementFile.parse(parse(await text('statements.yaml')));
    expect(finch).toMatchObject({
      run: RUN!.id,
      tonnesCO2e: 39,
      country: 'CA',
      accelerator: 'A100',
      how: 'read',
    });
    expect(finch!.note).toContain('training type pre-training');
    const sources = SourceFile.parse(parse(await text('sources.yaml')));
    expect(sources[finch!.sources[0]!]!.title).toContain('2026-12-01');
  });

  test('of a fine-tuning are no figure of the run it starts from', async () => {
    const { text } = await pulled(
      { 'made-up/Finch': card({ emissions: 3.5, training_type: 'fine-tuning' }) },
      catalogOf(['made-up/Finch']),
    );
    const { finch } = StatementFile.parse(parse(await text('statements.yaml')));
    expect(finch).toMatchObject({ tonnesCO2e: 3.5e-6 });
    expect(finch!.run).toBeUndefined();
  });

  test('are told where a statement says something else, a copy included, and never replace it', async () => {
    const recorded = stated({ tonnesCO2e: 40, counts: 'final-runs' });
    const { report, text } = await pulled(
      {
        'made-up/Finch': card(40e6),
        'made-up/Finch-Copy': card(41e6),
        'made-up/Finch-Silent': card(undefined),
        'made-up/Finch-Small': card(40),
      },
      catalogOf(
        ['Finch', 'Finch-Copy', 'Finch-Silent', 'Finch-Small'].map((name) => `made-up/${name}`),
        recorded,
      ),
    );
    expect(report.agreeing).toEqual(['made-up/Finch']);
    expect(report.silent).toBe(1);
    expect(report.differing).toEqual([
      expect.stringContaining('known: tonnesCO2e: 40 -> 41 (made-up/Finch-Copy)'),
      expect.stringMatching(/40 -> 0\.00004 \(made-up\/Finch-Small\): .*is the card in grams/),
    ]);
    expect(report.proposed).toEqual([]);
    await expect(text('statements.yaml')).rejects.toThrow(/ENOENT/);
  });

  test('are of a final run, and compared with no statement of all development', async () => {
    const development = stated({ tonnesCO2e: 4000, counts: 'development' });
    const { report } = await pulled(
      { 'made-up/Finch': card(40e6) },
      catalogOf(['made-up/Finch'], development),
    );
    expect(report.differing).toEqual([]);
    expect(report.proposed).toHaveLength(1);
  });

  test('stay unknown where a card is gated or missing, which ends no reading', async () => {
    const { report } = await pulled(
      { 'made-up/Gated': { status: 401 }, 'made-up/Slow': { ...card(1e6), failures: 2 } },
      catalogOf(['made-up/Missing', 'made-up/Gated', 'made-up/Slow']),
    );
    expect(report.failures).toEqual([
      expect.stringContaining('missing (404)'),
      expect.stringContaining('gated, private or missing (401)'),
    ]);
    expect(report.proposed).toHaveLength(1);
    expect(statementsReportText(report, 'proposed')).toContain('3 model cards asked for');
  });

  test("a model of OpenRouter's list is asked for under the name that it has on the Hub", async () => {
    const { report } = await pulled({}, data);
    const asked = report.failures.map((line) => new URL(line.split(': ')[0]!).pathname.slice(1));
    const listed = new Map(data.modelList.models.map((model) => [model.id, model]));
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((id) => (listed.get(id)?.huggingFaceId ?? id) !== id)).toEqual([]);
    expect(new Set(asked.map((id) => id.toLowerCase())).size).toBe(asked.length);
  });
});
