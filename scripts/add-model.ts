import { existsSync, readFileSync } from 'node:fs';
import {
  HuggingFaceId,
  MakerFile,
  ModelFacts,
  makerPath,
  Parameters,
  WeightPrecisionFormat,
} from '../src/catalog/maker.ts';
import { modelIdParts } from '../src/catalog/model-id.ts';
import { DataProblems, problemLine, problemsOf } from '../src/catalog/problem.ts';
import { readYaml } from '../src/catalog/read-file.ts';
import { ModelId } from '../src/catalog/snapshot.ts';
import { numberFromText } from '../src/text/number-from-text.ts';
import { type Answers, bySchema, type Question, runAsking } from './adding/ask.ts';
import { sourceQuestions, sourceTexts } from './adding/source-questions.ts';
import { AFTER_A_CHANGE, writeChecked } from './adding/write-checked.ts';
import { recordText, withRecord } from './adding/yaml-record.ts';

const INTRO = `Adds what is known of a model to data/models: asks for it, or takes it from options, checks all
data with it, and leaves them as they were where they would not be sound.

  npm run add-model [-- --id maker/slug --weights open --total 20.9 …]`;

/** 20.9, or 280-288 where sources differ. */
function billions(text: string): unknown {
  const [low, high, ...others] = text.split('-').map((part) => numberFromText(part));
  if (high === undefined) return low;
  return others.length > 0 ? undefined : { low, high };
}

/** The figure, or the higher one of two. */
const mostOf = (text: string) => numberFromText(text.split('-').at(-1) ?? '') ?? 0;

const EXPECTED_BILLIONS = 'expected billions, such as 20.9 or 280-288';

const fileOf = (id: string) => makerPath(modelIdParts(id).maker);
const makerFile = (answers: Answers) => fileOf(answers.get('id') ?? 'maker/slug');
const hasSize = (answers: Answers) => answers.has('total');
const { totalBillions, activeBillions } = Parameters.shape;

/** That a model has a record already, or that its maker's file cannot be read; undefined where neither is so. */
function alreadyThere(id: string): string | undefined {
  const file = fileOf(id);
  const { slug } = modelIdParts(id);
  if (!existsSync(file)) return undefined;
  const { data, problems } = readYaml({ root: '.', file, recordDepth: 2 }, MakerFile);
  if (problems.length > 0) return problems.map(problemLine).join('\n');
  const known = data?.models ?? {};
  return Object.hasOwn(known, slug) ? `${file} has ${slug} already: change it there` : undefined;
}

const QUESTIONS: readonly Question[] = [
  {
    name: 'id',
    asks: 'Its id on OpenRouter, without a variant: openai/gpt-oss-20b',
    wrong: (id) =>
      bySchema(ModelId)(id) ??
      (/[~:]/.test(id) ? 'expected maker/slug, without a variant' : undefined) ??
      (/[A-Z]/.test(id) ? 'expected small letters, as in OpenRouter’s ids' : undefined) ??
      alreadyThere(id),
  },
  {
    name: 'maker-name',
    asks: 'The maker has no file yet. How do people write its name?',
    wrong: bySchema(MakerFile.shape.name),
    needed: (answers) => answers.has('id') && !existsSync(makerFile(answers)),
  },
  {
    name: 'weights',
    asks: 'Are its weights published?',
    choices: ModelFacts.shape.weights.options,
  },
  {
    name: 'hugging-face',
    asks: 'Its repository on Hugging Face, maker/model',
    wrong: bySchema(HuggingFaceId),
    optional: true,
    needed: (answers) => answers.get('weights') === 'open',
  },
  {
    name: 'total',
    asks: 'All its parameters in billions: 20.9, or 280-288 where sources differ',
    wrong: (text) => bySchema(totalBillions, billions)(text) && EXPECTED_BILLIONS,
    optional: true,
  },
  {
    name: 'active',
    asks: 'Those active per token in billions; the same again in a dense model',
    wrong: (text, before) =>
      (bySchema(activeBillions, billions)(text) && EXPECTED_BILLIONS) ??
      (mostOf(text) > mostOf(before.get('total') ?? '')
        ? `expected no more than all of them, ${before.get('total')}`
        : undefined),
    needed: hasSize,
  },
  {
    name: 'precision',
    asks: 'The format in which its maker released the weights',
    choices: WeightPrecisionFormat.options,
    optional: true,
    needed: hasSize,
  },
  ...sourceQuestions(hasSize),
  {
    name: 'note',
    asks: 'Where sources disagree, or what was assumed',
    optional: true,
    needed: hasSize,
  },
];

await runAsking('add-model', QUESTIONS, INTRO, add);

async function add(answers: Answers): Promise<void> {
  const { slug } = modelIdParts(answers.get('id') ?? '');
  const file = makerFile(answers);
  const before = existsSync(file)
    ? readFileSync(file, 'utf8')
    : recordText({ name: answers.get('maker-name'), models: {} }).replace('models: {}', 'models:');
  const text = existsSync(file)
    ? withRecord(before, 'models', slug, recordOf(answers))
    : `${before}${recordText({ [slug]: recordOf(answers) }).replaceAll(/^(?=.)/gm, '  ')}`;
  const { modelList } = await writeChecked(new Map([[file, text], ...sourceTexts(answers)]));
  const id = answers.get('id');
  const isListed = modelList.models.some((model) => model.id === id);
  console.log(
    [
      `Written: ${file} › ${slug}. All data are sound.`,
      isListed
        ? `See what it does: npm run preview -- ${id}`
        : `OpenRouter's list of ${modelList.retrieved} does not hold ${id}: it has a figure from the pull on that brings it.`,
      `Then: ${AFTER_A_CHANGE}`,
    ].join('\n'),
  );
}

/** The record as it goes into the file. Throws DataProblems. */
function recordOf(answers: Answers): object {
  const basis = { how: answers.get('how'), sources: [answers.get('source')] };
  const [total, active, format, huggingFaceId, note] = [
    'total',
    'active',
    'precision',
    'hugging-face',
    'note',
  ].map((name) => answers.get(name));
  const record = {
    weights: answers.get('weights'),
    ...(huggingFaceId !== undefined && { huggingFaceId }),
    ...(total !== undefined && {
      parameters: {
        totalBillions: billions(total),
        activeBillions: billions(active ?? total),
        ...basis,
        ...(note !== undefined && { note }),
      },
    }),
    ...(format !== undefined && { precision: { format, ...basis } }),
  };
  const { data, error } = ModelFacts.safeParse(record);
  if (data === undefined) throw new DataProblems(problemsOf(makerFile(answers), record, error, 0));
  return data;
}
