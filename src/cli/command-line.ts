import { parseArgs } from 'node:util';
import { BOUNDARIES, PUBLISHED_BOUNDARY } from '../estimation/boundary.ts';
import type { Workload } from '../estimation/workload.ts';
import type { Circumstances } from '../library/release-calculator.ts';

/** What a person asked for. */
export interface CommandLine {
  command: 'estimate' | 'compare' | 'help';
  /** The models as they are written. */
  names: string[];
  request: Workload;
  circumstances: Circumstances;
  json: boolean;
  /** Address or path of a release; the one in the package where absent. */
  release: string | undefined;
}

/** A command line that says nothing that can be done. */
export class WrongUse extends Error {}

export const HELP = `How much carbon a request to a language model emits, as a range.

  llm-carbon-index estimate <model> [options]
  llm-carbon-index compare <model> <model> ... [options]

  <model>        its id on OpenRouter, openai/gpt-5, or another of its names: "claude sonnet 4.5",
                 claude-sonnet-4-5-20250929, meta-llama/Llama-3.3-70B-Instruct
  --input N      tokens of the prompt, without those read from a cache
  --cached N     tokens of the prompt read from a cache
  --output N     tokens written, those of reasoning among them
                 (1000 output tokens where none of the three is given)
  --grid G       one grid for all hosts: a country or zone such as FR or US-NW-BPAT, or gCO2e/kWh
  --pue X        one power usage effectiveness for all hosts
  --boundary B   how far to count: ${BOUNDARIES.join(', ')}
                 (${PUBLISHED_BOUNDARY} where not given)
  --json         for programs
  --release R    address of a site of the index, or address or path of its calculation.json
                 (the release in this package where not given)
  --help         this text

Figures are the median and, in brackets, the 5th to the 95th percentile. Estimates, not
measurements. Inference only: training is not counted.`;

/** Reads a command line. Throws WrongUse, or the error of parseArgs for an option it does not know. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      input: { type: 'string' },
      cached: { type: 'string' },
      output: { type: 'string' },
      grid: { type: 'string' },
      pue: { type: 'string' },
      boundary: { type: 'string' },
      release: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, ...names] = positionals;
  const asked = {
    names,
    request: requestOf(values),
    circumstances: circumstancesOf(values),
    json: values.json,
    release: values.release,
  };
  if (values.help || command === 'help') return { command: 'help', ...asked };
  switch (command) {
    case 'estimate':
      if (names.length !== 1) {
        throw new WrongUse(
          'estimate takes one model, such as openai/gpt-5 or "claude sonnet 4.5".',
        );
      }
      return { command, ...asked };
    case 'compare':
      if (names.length < 2) throw new WrongUse('compare takes two models or more.');
      return { command, ...asked };
    case undefined:
      throw new WrongUse('expected estimate or compare.');
    default:
      throw new WrongUse(`there is no command “${command}”; expected estimate or compare.`);
  }
}

interface Values {
  input?: string | undefined;
  cached?: string | undefined;
  output?: string | undefined;
  grid?: string | undefined;
  pue?: string | undefined;
  boundary?: string | undefined;
}

function requestOf({ input, cached, output }: Values): Workload {
  const none = input === undefined && cached === undefined && output === undefined;
  const request = {
    inputTokens: tokens('input', input),
    cachedInputTokens: tokens('cached', cached),
    outputTokens: none ? 1000 : tokens('output', output),
    // Without any tokens given the figure is the published one, at the stated context.
    ...(!none && { requests: 1 }),
  };
  if (request.inputTokens + request.cachedInputTokens + request.outputTokens === 0) {
    throw new WrongUse('a request without any tokens emits nothing: expected a number above 0.');
  }
  return request;
}

function tokens(option: string, text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d+$/.test(text)) {
    throw new WrongUse(`--${option} is “${text}”: expected a whole number of tokens.`);
  }
  return Number(text);
}

function circumstancesOf({ grid, pue, boundary }: Values): Circumstances {
  return {
    grid: grid === undefined ? undefined : gridOf(grid),
    powerUsageEffectiveness:
      pue === undefined ? undefined : numberWithin('pue', pue, { least: 1, most: 3 }),
    boundary: boundary === undefined ? undefined : boundaryOf(boundary),
  };
}

function gridOf(text: string): string | number {
  return /^[\d.-]+$/.test(text) ? numberWithin('grid', text, { least: 1, most: 2000 }) : text;
}

function numberWithin(
  option: string,
  text: string,
  { least, most }: { least: number; most: number },
): number {
  const number = Number(text);
  if (number >= least && number <= most) return number;
  throw new WrongUse(`--${option} is “${text}”: expected a number from ${least} to ${most}.`);
}

function boundaryOf(text: string) {
  const boundary = BOUNDARIES.find((one) => one === text);
  if (boundary !== undefined) return boundary;
  throw new WrongUse(`--boundary is “${text}”: expected one of ${BOUNDARIES.join(', ')}.`);
}
