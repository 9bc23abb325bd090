import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { median } from 'simple-statistics';
import * as z from 'zod';
import { type Problem, problemsOf } from './problem.ts';
import { configurationOf, ServingMeasurement } from './serving-measurement.ts';

/**
 * InferenceX's official database release as its project documents it: one JSON file per table, of which
 * two are read. Its own names are kept.
 */

const CONFIGS = 'configs.json';
const RESULTS = 'benchmark_results.json';

const Config = z.object({
  id: z.union([z.number(), z.string()]),
  hardware: z.string(),
  framework: z.string(),
  model: z.string(),
  precision: z.string(),
  spec_method: z.string(),
  disagg: z.boolean(),
  decode_tp: z.number(),
  decode_ep: z.number(),
  decode_dp_attention: z.boolean(),
  decode_num_workers: z.number(),
  num_prefill_gpu: z.number(),
});

const Result = z.object({
  config_id: z.union([z.number(), z.string()]),
  benchmark_type: z.string(),
  date: z.string(),
  isl: z.number().nullable(),
  osl: z.number().nullable(),
  conc: z.number().nullable(),
  error: z.string().nullish(),
  metrics: z.record(z.string(), z.unknown()),
});

/** What a release comes to. */
export interface InferenceXRelease {
  rows: ServingMeasurement[];
  /** Day of the newest result that a row rests on, YYYY-MM-DD. */
  newest: string;
  /** Why results were left out, with how many. */
  leftOut: ReadonlyMap<string, number>;
}

/**
 * Reads a release unpacked into `folder`: medians over the runs and engines of each configuration with
 * measured energy. Never throws for what the files hold: problems are returned.
 */
export function readInferenceXRelease(
  folder: string,
): { release: InferenceXRelease } | { problems: Problem[] } {
  const configs = readTable(folder, CONFIGS, z.array(Config));
  const results = readTable(folder, RESULTS, z.array(Result));
  if ('problems' in configs || 'problems' in results) {
    return {
      problems: [configs, results].flatMap((read) => ('problems' in read ? read.problems : [])),
    };
  }
  return aggregate(configs.table, results.table);
}

function readTable<T>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
): { table: T } | { problems: Problem[] } {
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problems: [
        {
          file,
          record: '',
          field: '',
          message: `cannot be read: ${reason}; expected a release with one JSON file per table. A .dump file is restored with pg_restore first, and the tables written as JSON arrays`,
        },
      ],
    };
  }
  const read = schema.safeParse(input);
  return read.success ? { table: read.data } : { problems: problemsOf(file, input, read.error, 1) };
}

/** A run of a configuration. */
interface Run {
  framework: string;
  date: string;
  secondsPerOutputToken: number;
  tokensPerSecondPerGpu: number;
  joulesPerOutputToken: number | undefined;
}

/** What tells configurations apart: all but the measured columns. */
const Configuration = ServingMeasurement.omit({
  runs: true,
  engines: true,
  seconds_per_output_token: true,
  tokens_per_second_per_gpu: true,
  runs_with_energy: true,
  joules_per_output_token: true,
});

function aggregate(
  configs: readonly z.infer<typeof Config>[],
  results: readonly z.infer<typeof Result>[],
): { release: InferenceXRelease } | { problems: Problem[] } {
  const byId = new Map(configs.map((config) => [String(config.id), config]));
  const leftOut = new Map<string, number>();
  const leaveOut = (why: string) => leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
  const runsOf = new Map<string, { key: object; runs: Run[] }>();
  for (const result of results) {
    const config = byId.get(String(result.config_id));
    const { benchmark_type, error, isl, osl, conc, metrics, date } = result;
    const seconds = positiveIn(metrics, 'median_tpot');
    const throughput = positiveIn(metrics, 'tput_per_gpu');
    if (config === undefined) leaveOut('no configuration of that id');
    else if (benchmark_type !== 'single_turn') leaveOut(`benchmark ${benchmark_type}`);
    else if (error !== null && error !== undefined) leaveOut('ended with an error');
    else if (isl === null || osl === null || conc === null) leaveOut('no lengths or concurrency');
    else if (seconds === undefined || throughput === undefined) leaveOut('no speed');
    else {
      const key = columnsOf(config, { isl, osl, conc });
      const [unknown] = Configuration.safeParse(key).error?.issues ?? [];
      if (unknown !== undefined) {
        const column = String(unknown.path[0]);
        leaveOut(`${column} ${new Map(Object.entries(key)).get(column)}, not known here`);
        continue;
      }
      const name = JSON.stringify(key);
      const found = runsOf.get(name) ?? { key, runs: [] };
      found.runs.push({
        framework: config.framework,
        date: date.slice(0, 10),
        secondsPerOutputToken: seconds,
        tokensPerSecondPerGpu: throughput,
        joulesPerOutputToken:
          metrics.power_valid === 0 ? undefined : positiveIn(metrics, 'joules_per_output_token'),
      });
      runsOf.set(name, found);
    }
  }
  const rows: ServingMeasurement[] = [];
  const problems: Problem[] = [];
  let newest = '';
  for (const { key, runs } of runsOf.values()) {
    const joules = runs.flatMap(({ joulesPerOutputToken: energy }) => energy ?? []);
    if (joules.length === 0) {
      leaveOut('configuration without measured energy');
      continue;
    }
    const input = {
      ...key,
      runs: String(runs.length),
      engines: [...new Set(runs.map(({ framework }) => framework))].toSorted().join('+'),
      seconds_per_output_token: digits(median(runs.map((run) => run.secondsPerOutputToken))),
      tokens_per_second_per_gpu: digits(median(runs.map((run) => run.tokensPerSecondPerGpu))),
      runs_with_energy: String(joules.length),
      joules_per_output_token: digits(median(joules)),
    };
    const read = ServingMeasurement.safeParse(input);
    if (read.success) rows.push(read.data);
    else problems.push(...problemsOf(CONFIGS, [input], read.error, 1));
    for (const { date } of runs) if (date > newest) newest = date;
  }
  return problems.length > 0 ? { problems } : { release: { rows, newest, leftOut } };
}

/** The columns of a configuration as the rows' file writes them. */
function columnsOf(
  config: z.infer<typeof Config>,
  { isl, osl, conc }: { isl: number; osl: number; conc: number },
): object {
  const hardware = config.hardware.toLowerCase();
  return {
    model: config.model,
    gpu: hardware,
    hardware_class: hardwareClass(hardware),
    precision: config.precision,
    speculation: config.spec_method,
    disaggregated: config.disagg ? '1' : '0',
    decode_tp: String(config.decode_tp),
    decode_ep: String(config.decode_ep),
    decode_dp: config.decode_dp_attention ? '1' : '0',
    decode_workers: String(config.decode_num_workers),
    prefill_gpus: String(config.num_prefill_gpu),
    input_tokens: String(isl),
    output_tokens: String(osl),
    concurrency: String(conc),
  };
}

function hardwareClass(hardware: string): ServingMeasurement['hardware_class'] {
  if (hardware.startsWith('gb')) return 'rack-or-disaggregated';
  if (hardware.startsWith('mi')) return 'amd';
  return hardware.startsWith('h') ? 'hopper' : 'blackwell-node';
}

function positiveIn(metrics: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = Number(metrics[name]);
  return metrics[name] !== null && Number.isFinite(value) && value > 0 ? value : undefined;
}

/** Five digits, as the rows have. */
function digits(value: number): string {
  return String(Number(value.toPrecision(5)));
}

/** The text of the rows' file, headed by where they come from. */
export function servingMeasurementsText({ rows, newest }: InferenceXRelease): string {
  const written = rows
    .toSorted((one, other) => configurationOf(one).localeCompare(configurationOf(other), 'en'))
    .map((row) => ({
      ...row,
      gpu: row.gpu.toLowerCase(),
      disaggregated: row.disaggregated ? 1 : 0,
      decode_dp: row.decode_dp ? 1 : 0,
    }));
  return `# InferenceX (SemiAnalysis), single-turn serving benchmark: the configurations with measured GPU energy, medians over runs and engines, by us.
# Source: the database release of github.com/SemiAnalysisAI/InferenceX-app, results up to ${newest}. See README.md.
${Papa.unparse(written, { newline: '\n' })}
`;
}
