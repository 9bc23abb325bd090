import type { Workload } from '../../estimation/workload.ts';

/** What an activity export of OpenRouter's comes to: tokens per model as the export names it. */
export interface Activity {
  byModel: ReadonlyMap<string, Workload>;
  rows: number;
  /** Rows whose model or tokens could not be read. */
  unreadRows: number;
  /** First and last day of the rows, ISO 8601, where they have one. */
  days: { first: string; last: string } | undefined;
}

/** A text that lacks what a calculation needs. */
export class UnreadableActivity extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreadableActivity';
  }
}

/**
 * Names of columns without case, spaces and underscores: those of the activity page's export, of the
 * activity API and of common tools. Of several the first is read; tokens as the model itself counts
 * them come before OpenRouter's own count. Tokens of reasoning are not read: OpenRouter counts them
 * within the completion.
 */
const COLUMNS = {
  model: ['modelpermaslug', 'model', 'modelid', 'modelslug', 'modelname'],
  prompt: [
    'nativetokensprompt',
    'tokensprompt',
    'prompttokens',
    'totalprompttokens',
    'inputtokens',
    'tokensinput',
  ],
  completion: [
    'nativetokenscompletion',
    'tokenscompletion',
    'completiontokens',
    'totalcompletiontokens',
    'outputtokens',
    'tokensoutput',
  ],
  cached: [
    'nativetokenscached',
    'totalnativetokenscached',
    'tokenscached',
    'cachedtokens',
    'cachedinputtokens',
    'cachereadtokens',
  ],
  day: ['createdat', 'date', 'day', 'timestamp'],
} as const;

/**
 * Reads an export and adds its tokens up by model. Cached tokens are part of the prompt, so what is
 * computed is the prompt without them. Throws UnreadableActivity where a column is missing.
 */
export async function readActivity(text: string): Promise<Activity> {
  const { default: Papa } = await import('papaparse');
  const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), {
    header: true,
    skipEmptyLines: 'greedy',
  });
  const fields = meta.fields ?? [];
  const columnOf = (column: keyof typeof COLUMNS) =>
    COLUMNS[column]
      .map((wanted) =>
        fields.find((field) => field.toLowerCase().replaceAll(/[^a-z]/g, '') === wanted),
      )
      .find((field) => field !== undefined);
  const model = required('model', 'model_permaslug');
  const prompt = required('prompt', 'tokens_prompt');
  const completion = required('completion', 'tokens_completion');
  const cached = columnOf('cached');
  const day = columnOf('day');

  const byModel = new Map<string, Workload>();
  const days: string[] = [];
  let unreadRows = 0;
  for (const row of data) {
    const name = row[model]?.trim() ?? '';
    const promptTokens = count(row[prompt]);
    const outputTokens = count(row[completion]);
    const cachedTokens = cached === undefined ? 0 : count(row[cached]);
    if (
      name === '' ||
      promptTokens === undefined ||
      outputTokens === undefined ||
      cachedTokens === undefined
    ) {
      unreadRows += 1;
      continue;
    }
    const known = byModel.get(name);
    const cachedInputTokens = Math.min(cachedTokens, promptTokens);
    byModel.set(name, {
      inputTokens: (known?.inputTokens ?? 0) + promptTokens - cachedInputTokens,
      cachedInputTokens: (known?.cachedInputTokens ?? 0) + cachedInputTokens,
      outputTokens: (known?.outputTokens ?? 0) + outputTokens,
    });
    const [date] = /^\d{4}-\d{2}-\d{2}/.exec(day === undefined ? '' : (row[day] ?? '')) ?? [];
    if (date !== undefined) days.push(date);
  }
  days.sort();
  const [first] = days;
  const last = days.at(-1);
  return {
    byModel,
    rows: data.length,
    unreadRows,
    days: first === undefined || last === undefined ? undefined : { first, last },
  };

  function required(column: keyof typeof COLUMNS, expected: string): string {
    const field = columnOf(column);
    if (field === undefined) {
      throw new UnreadableActivity(
        `No column for the ${column === 'model' ? 'model' : `${column} tokens`} was found; one such as ${expected} was expected in the first line, which holds: ${fields.join(', ') || 'nothing'}`,
      );
    }
    return field;
  }
}

/** A whole number; an empty cell is none. */
function count(cell: string | undefined): number | undefined {
  const number = Number(cell ?? '');
  return Number.isInteger(number) && number >= 0 ? number : undefined;
}
