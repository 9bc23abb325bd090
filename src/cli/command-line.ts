import { parseArgs } from 'node:util';
import { BOUNDARIES } from '../estimation/boundary.ts';
import type { Workload } from '../estimation/workload.ts';
import { FEATURES, type ModelNeeds } from '../library/model-needs.ts';
import { levelFromText, QUALITY_INDICES } from '../library/quality-level.ts';
import type { Circumstances } from '../library/release-calculator.ts';
import { mayBeThousands } from '../text/may-be-thousands.ts';
import { numberFromText } from '../text/number-from-text.ts';
import { tokensFromText } from '../text/token-count.ts';
import { LIMITED, type Limit } from './limit.ts';

const COMMANDS = ['estimate', 'compare', 'usage', 'recommend'] as const;
type Command = (typeof COMMANDS)[number];

/** What a person asked for. */
export interface CommandLine {
  command: Command | 'help';
  /** The models as they are written; of usage the file. */
  names: string[];
  request: Workload;
  circumstances: Circumstances;
  needs: ModelNeeds;
  /** The model that a recommendation is held against. */
  inUse: string | undefined;
  limit: Limit | undefined;
  json: boolean;
  /** Address or path of a release; the one in the package where absent. */
  release: string | undefined;
}

/** A command line that says nothing that can be done. */
export class WrongUse extends Error {}

const OF_REQUEST = ['input', 'cached', 'output'];
const OF_NEEDS = ['score', 'with', 'min-context', 'max-price', 'now'];
const OF_ALL = [
  'grid',
  'pue',
  'boundary',
  'json',
  'ci-limit',
  'ci-limit-at',
  'release',
  'help',
] as const;

/** What each command takes besides what all take. */
const TAKES: Readonly<Record<Command, readonly string[]>> = {
  estimate: OF_REQUEST,
  compare: OF_REQUEST,
  usage: [],
  recommend: [...OF_REQUEST, ...OF_NEEDS],
};

/** Reads a command line. Throws WrongUse, or the error of parseArgs for an option it does not know. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const {
    values,
    positionals,
    tokens: parts,
  } = parseArgs({
    args: [...args],
    tokens: true,
    allowPositionals: true,
    options: {
      input: { type: 'string' },
      cached: { type: 'string' },
      output: { type: 'string' },
      score: { type: 'string' },
      with: { type: 'string' },
      'min-context': { type: 'string' },
      'max-price': { type: 'string' },
      now: { type: 'string' },
      grid: { type: 'string' },
      pue: { type: 'string' },
      boundary: { type: 'string' },
      'ci-limit': { type: 'string' },
      'ci-limit-at': { type: 'string' },
      release: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const options = parts.flatMap((part) => (part.kind === 'option' ? [part.name] : []));
  const twice = options.find((name, at) => options.indexOf(name) !== at);
  if (twice !== undefined) throw new WrongUse(`--${twice} stands there more than once.`);
  const [command, ...names] = positionals;
  const asked = {
    names,
    request: requestOf(values),
    circumstances: circumstancesOf(values),
    needs: needsOf(values),
    inUse: values.now,
    limit: limitOf(values),
    json: values.json,
    release: values.release,
  };
  if (values.help || command === 'help') return { command: 'help', ...asked };
  const known = COMMANDS.find((one) => one === command);
  if (known === undefined) {
    const expected = new Intl.ListFormat('en', { type: 'disjunction' }).format(COMMANDS);
    throw new WrongUse(
      command === undefined
        ? `expected ${expected}.`
        : `there is no command “${command}”; expected ${expected}.`,
    );
  }
  checkNames(known, names);
  const taken: readonly string[] = [...TAKES[known], ...OF_ALL];
  const foreign = Object.keys(values).find((option) => !taken.includes(option));
  if (foreign !== undefined) throw new WrongUse(`${known} does not take --${foreign}.`);
  return { command: known, ...asked };
}

function checkNames(command: Command, names: readonly string[]): void {
  switch (command) {
    case 'estimate':
      if (names.length === 1) return;
      throw new WrongUse('estimate takes one model, such as openai/gpt-5 or "claude sonnet 4.5".');
    case 'compare':
      if (names.length >= 2) return;
      throw new WrongUse('compare takes two models or more.');
    case 'usage':
      if (names.length === 1) return;
      throw new WrongUse('usage takes one file, such as activity.csv, or - for what is piped in.');
    case 'recommend':
      if (names.length === 0) return;
      throw new WrongUse(
        `recommend takes no model, and “${names.join(' ')}” is left over; --now names the one that you use.`,
      );
  }
}

type Values = Readonly<Partial<Record<string, string | boolean>>>;

function textOf(values: Values, option: string): string | undefined {
  const value = values[option];
  return typeof value === 'string' ? value : undefined;
}

function requestOf(values: Values): Workload {
  const none = OF_REQUEST.every((option) => values[option] === undefined);
  const request = {
    inputTokens: tokens(values, 'input'),
    cachedInputTokens: tokens(values, 'cached'),
    outputTokens: none ? 1000 : tokens(values, 'output'),
    // Without any tokens given the figure is the published one, at the stated context.
    ...(!none && { requests: 1 }),
  };
  if (request.inputTokens + request.cachedInputTokens + request.outputTokens === 0) {
    throw new WrongUse('a request without any tokens emits nothing: expected a number above 0.');
  }
  return request;
}

function tokens(values: Values, option: string): number {
  const text = textOf(values, option);
  if (text === undefined) return 0;
  const tokens = text.trim() === '' ? undefined : tokensFromText(text);
  if (tokens === undefined) {
    throw new WrongUse(
      `--${option} is “${text}”: expected a whole number of tokens, such as 1000, 1k or 1.5M.`,
    );
  }
  return tokens;
}

function needsOf(values: Values): ModelNeeds {
  const score = textOf(values, 'score');
  const level = score === undefined ? undefined : levelFromText(score);
  if (score !== undefined && level === undefined) {
    throw new WrongUse(
      `--score is “${score}”: expected a number, or an index with one, such as ${QUALITY_INDICES.map((index) => `${index}-50`).join(', ')}.`,
    );
  }
  const context = textOf(values, 'min-context');
  const leastContextTokens = context === undefined ? undefined : tokensFromText(context);
  if (context !== undefined && (leastContextTokens ?? 0) === 0) {
    throw new WrongUse(`--min-context is “${context}”: expected tokens, such as 128k or 128000.`);
  }
  return {
    features: featuresOf(textOf(values, 'with')),
    leastContextTokens,
    mostUsdPerMillionTokens: numberOf(values, 'max-price', { least: 0 }),
    level,
  };
}

function featuresOf(text: string | undefined) {
  if (text === undefined) return [];
  return text.split(',').map((name) => {
    const feature = FEATURES.find((one) => one === name.trim().toLowerCase());
    if (feature !== undefined) return feature;
    throw new WrongUse(`--with is “${name}”: expected some of ${FEATURES.join(', ')}.`);
  });
}

function limitOf(values: Values): Limit | undefined {
  const gramsCO2e = numberOf(values, 'ci-limit', { least: 0 });
  const end = textOf(values, 'ci-limit-at');
  const at = LIMITED.find((one) => one === (end ?? 'high'));
  if (at === undefined) {
    throw new WrongUse(`--ci-limit-at is “${end}”: expected one of ${LIMITED.join(', ')}.`);
  }
  if (gramsCO2e !== undefined) return { gramsCO2e, at };
  if (end === undefined) return undefined;
  throw new WrongUse('--ci-limit-at says where a limit holds: --ci-limit is missing.');
}

function circumstancesOf(values: Values): Circumstances {
  const grid = textOf(values, 'grid');
  const isNumber = grid !== undefined && /^\s*[+-]?[\d.,]+(?:e[+-]?\d+)?\s*$/i.test(grid);
  return {
    grid: isNumber ? numberOf(values, 'grid', { least: 1, most: 2000 }) : grid,
    powerUsageEffectiveness: numberOf(values, 'pue', { least: 1, most: 3 }),
    boundary: boundaryOf(textOf(values, 'boundary')),
  };
}

function numberOf(
  values: Values,
  option: string,
  { least, most = Number.POSITIVE_INFINITY }: { least: number; most?: number },
): number | undefined {
  const text = textOf(values, option);
  if (text === undefined) return undefined;
  const number = numberFromText(text) ?? Number.NaN;
  const isOne = most === Number.POSITIVE_INFINITY || !mayBeThousands(text, most);
  if (number >= least && number <= most && Number.isFinite(number) && isOne) return number;
  throw new WrongUse(
    `--${option} is “${text}”: expected a number from ${least}${Number.isFinite(most) ? ` to ${most}` : ' on'}.`,
  );
}

function boundaryOf(text: string | undefined) {
  if (text === undefined) return undefined;
  const boundary = BOUNDARIES.find((one) => one === text);
  if (boundary !== undefined) return boundary;
  throw new WrongUse(`--boundary is “${text}”: expected one of ${BOUNDARIES.join(', ')}.`);
}
