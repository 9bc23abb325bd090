import { existsSync } from 'node:fs';
import * as z from 'zod';
import {
  AcceleratorKind,
  FacilityClass,
  GpuClass,
  HostFile,
  hostPath,
  StatedBy,
  ZoneShares,
} from '../src/catalog/host.ts';
import { DataProblems, problemsOf } from '../src/catalog/problem.ts';
import { HostSlug } from '../src/catalog/snapshot.ts';
import { type Answers, bySchema, type Question, runAsking } from './adding/ask.ts';
import { sourceQuestions, sourceTexts } from './adding/source-questions.ts';
import { AFTER_A_CHANGE, writeChecked } from './adding/write-checked.ts';
import { recordText } from './adding/yaml-record.ts';

const INTRO = `Adds what is known of a host to data/hosts: asks for it, or takes it from options, checks all data
with it, and leaves them as they were where they would not be sound.

  npm run add-host [-- --slug example --name Example --zones SE:0.7,US-MIDA-PJM:0.3 …]`;

/** SE:0.7,DE:0.3, or SE for all of it. */
function zones(text: string): Record<string, number> {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [zone = '', share = '1'] = part.trim().split(':');
      return [zone, Number(share)];
    }),
  );
}

const listed = (text: string) => text.split(',').map((part) => part.trim());
const fileOf = (answers: Answers) => hostPath(answers.get('slug') ?? '');

const QUESTIONS: readonly Question[] = [
  {
    name: 'slug',
    asks: 'Its slug on OpenRouter, such as deepinfra',
    wrong: (slug) =>
      bySchema(HostSlug)(slug) ??
      (existsSync(hostPath(slug))
        ? `${hostPath(slug)} is there already: change it by hand`
        : undefined),
  },
  {
    name: 'name',
    asks: 'Its name, as OpenRouter’s endpoints write it',
    wrong: bySchema(HostFile.shape.name),
  },
  {
    name: 'zones',
    asks: 'Where it serves from, with shares: SE:0.7,US-MIDA-PJM:0.3 (countries, or zones of Electricity Maps)',
    wrong: bySchema(ZoneShares, zones),
    optional: true,
  },
  { name: 'facility', asks: 'What its buildings are taken for', choices: FacilityClass.options },
  {
    name: 'kinds',
    asks: `What it serves from: ${AcceleratorKind.options.join(', ')}; several with commas`,
    wrong: bySchema(z.array(AcceleratorKind).min(1), listed),
    optional: true,
  },
  {
    name: 'gpus',
    asks: `Which GPUs: ${GpuClass.options.join(', ')}; several with commas`,
    wrong: bySchema(z.array(GpuClass).min(1), listed),
    optional: true,
    needed: (answers) => answers.has('kinds'),
  },
  {
    name: 'as-of',
    asks: 'When that was so: 2026-05',
    wrong: bySchema(HostFile.shape.accelerators.unwrap().shape.asOf),
    optional: true,
    needed: (answers) => answers.has('kinds'),
  },
  { name: 'stated-by', asks: 'Who says so?', choices: StatedBy.options },
  ...sourceQuestions(),
  { name: 'note', asks: 'What was read where, and what was assumed', optional: true },
];

await runAsking('add-host', QUESTIONS, INTRO, async (answers) => {
  const file = fileOf(answers);
  await writeChecked(new Map([[file, recordText(recordOf(answers))], ...sourceTexts(answers)]));
  console.log(
    `Written: ${file}. All data are sound.\nSee what it does: npm run diff\nThen: ${AFTER_A_CHANGE}`,
  );
});

/** The record as it goes into the file. Throws DataProblems. */
function recordOf(answers: Answers): object {
  const basis = {
    statedBy: answers.get('stated-by'),
    how: answers.get('how'),
    sources: [answers.get('source')],
  };
  const [where, kinds, gpus, asOf, note] = ['zones', 'kinds', 'gpus', 'as-of', 'note'].map((name) =>
    answers.get(name),
  );
  const record = {
    name: answers.get('name'),
    ...(where !== undefined && { places: { zones: zones(where), ...basis } }),
    facility: { class: answers.get('facility'), ...basis },
    ...(kinds !== undefined && {
      accelerators: {
        kinds: listed(kinds),
        ...(gpus !== undefined && { gpus: listed(gpus) }),
        ...(asOf !== undefined && { asOf }),
        ...basis,
      },
    }),
    ...(note !== undefined && { note }),
  };
  const { data, error } = HostFile.safeParse(record);
  if (data === undefined) throw new DataProblems(problemsOf(fileOf(answers), record, error, 0));
  return data;
}
