import * as z from 'zod';
import { countryCode } from '../catalog/country-code.ts';
import { RunConfidence } from '../catalog/training-run.ts';
import { plainText } from '../openrouter/plain-text.ts';
import { parametersStated } from './parameters-stated.ts';

/** One row of Epoch AI's table of models, by the heads of its CSV file, and what is kept of it. */

/** A note may be long; its first sentences say what is read of it. */
const LONGEST_CELL = 4000;

/** On one line, without what cannot be printed, or stand in XML. */
const cell = z.string().transform((text) => plainText(text.replaceAll(/\s+/g, ' '), LONGEST_CELL));
const optionalCell = cell.optional().default('');

/** The columns that are read; the table has more, and may gain others. */
export const EpochRow = z.looseObject({
  Model: cell.pipe(z.string().min(1)),
  Organization: cell,
  'Publication date': cell,
  'Country (of organization)': cell,
  Domain: cell,
  Parameters: cell,
  'Parameters notes': optionalCell,
  'Training compute (FLOP)': cell,
  'Training compute estimation method': optionalCell,
  'Training dataset size (total)': optionalCell,
  'Training dataset size (datapoints)': optionalCell,
  Confidence: cell,
  Link: cell,
  'Training chip-hours': optionalCell,
  'Training time (hours)': optionalCell,
  'Training hardware': optionalCell,
  'Hardware quantity': optionalCell,
  'Hardware utilization (MFU)': optionalCell,
  'Hardware utilization (HFU)': optionalCell,
  'Base model': optionalCell,
  'Finetune compute (FLOP)': optionalCell,
  'Model accessibility': optionalCell,
});
export type EpochRow = z.infer<typeof EpochRow>;

/** A row of data/training/runs.csv as text, in the order of its columns. */
export const RUN_COLUMNS = [
  'id',
  'name',
  'makers',
  'countries',
  'published',
  'domains',
  'access',
  'parameters',
  'active_parameters',
  'data_points',
  'flop',
  'flop_from',
  'confidence',
  'chip_hours',
  'hardware',
  'chips',
  'wall_hours',
  'utilisation',
  'bases',
  'own_flop',
  'post_training_flop',
  'link',
] as const;
export type RunText = Record<(typeof RUN_COLUMNS)[number], string>;

/**
 * A row of the table as a run, without its id, which must not meet another's. A cell that is no single
 * number is left empty and told of.
 */
export function translateRow(
  row: EpochRow,
  onUnread: (problem: string) => void = () => {},
): Omit<RunText, 'id'> {
  const number = (head: keyof EpochRow) => numberText(row, head, onUnread);
  const operations = (head: keyof EpochRow) => {
    const text = number(head);
    if (text === '' || Number(text) >= LEAST_FLOP) return text;
    onUnread(
      `${row.Model}: ${String(head)} is ${text}, too few to have trained anything, and is left empty`,
    );
    return '';
  };
  const told = (head: keyof EpochRow, what: string) => {
    onUnread(`${row.Model}: ${String(head)} is ${JSON.stringify(row[head])}, ${what}`);
    return '';
  };
  const parameters = number('Parameters');
  const whole = operations('Training compute (FLOP)');
  const own = operations('Finetune compute (FLOP)');
  const ofMore = own !== '' && whole !== '' && Number(own) > Number(whole);
  const [link = ''] = row.Link.split(/\s+/);
  return {
    name: row.Model,
    makers: listText(row.Organization),
    countries: countriesText(row, onUnread),
    published: row['Publication date'],
    domains: listText(row.Domain),
    access:
      accessOf(row['Model accessibility']) ??
      (told('Model accessibility', 'an access that is not known, and is left unknown') ||
        'unknown'),
    parameters: wholeText(parameters),
    active_parameters: activeText(row, parameters, onUnread),
    data_points:
      number('Training dataset size (datapoints)') || number('Training dataset size (total)'),
    flop: whole,
    flop_from: listText(row['Training compute estimation method'].toLowerCase()),
    confidence:
      confidenceOf(row.Confidence) ??
      (told('Confidence', 'a word that is not known, and is left unknown') || 'unknown'),
    chip_hours: number('Training chip-hours'),
    hardware: listText(row['Training hardware']),
    chips: wholeText(number('Hardware quantity')),
    wall_hours: number('Training time (hours)'),
    utilisation: shareText(
      row,
      number('Hardware utilization (MFU)') || number('Hardware utilization (HFU)'),
      onUnread,
    ),
    bases: listText(row['Base model']),
    own_flop: ofMore
      ? told('Finetune compute (FLOP)', `more than the whole of ${whole}, and is left empty`)
      : own,
    post_training_flop: '',
    link:
      link === '' || /^https?:\/\//.test(link)
        ? link
        : told('Link', 'no address, and is left empty'),
  };
}

/** Whether a run can be estimated or is of a language model whose training readers will look for. */
export function isKept(run: Omit<RunText, 'id'>): boolean {
  const stated =
    run.flop !== '' || run.chip_hours !== '' || (run.chips !== '' && run.wall_hours !== '');
  if (run.published < FIRST_DAY) return false;
  return stated || (run.domains.split(';').includes('Language') && run.published >= SIZES_FROM);
}

/** Fewer operations are a number that lost its power of ten: a second of an old processor does more. */
const LEAST_FLOP = 1e9;
/** Before, models were trained on accelerators that no table of today has. */
const FIRST_DAY = '2012-01-01';
/** From when a size says something of a language model's training. */
const SIZES_FROM = '2022-01-01';

/** A list as the table writes it, each entry once, parted by what no name holds. */
function listText(text: string): string {
  const parts = text
    .split(/,(?!\s)/)
    .map((part) => part.replaceAll(/["\u201c\u201d;]/g, '').trim());
  return [...new Set(parts)].filter(Boolean).join(';');
}

function numberText(
  row: EpochRow,
  head: keyof EpochRow,
  onUnread: (problem: string) => void,
): string {
  const text = String(row[head] ?? '');
  if (text === '') return '';
  const value = Number(text);
  if (!Number.isFinite(value)) {
    onUnread(
      `${row.Model}: ${String(head)} is ${JSON.stringify(text)}, not one number, and is left empty`,
    );
    return '';
  }
  // Six digits: the last ones of a division say nothing.
  if (value > 0) return String(Number(value.toPrecision(6)));
  onUnread(`${row.Model}: ${String(head)} is ${text}, no amount, and is left empty`);
  return '';
}

/** A share: some rows state a percentage, which 1 and more cannot be told from a mistake. */
function shareText(row: EpochRow, text: string, onUnread: (problem: string) => void): string {
  if (Number(text) <= 1) return text;
  onUnread(`${row.Model}: utilisation is ${text}, no share from 0 to 1, and is left empty`);
  return '';
}

/** Countries that the table names; those of several are "Multinational" besides, which is none. */
function countriesText(row: EpochRow, onUnread: (problem: string) => void): string {
  const names = row['Country (of organization)'].split(',').map((name) => name.trim());
  const codes = names.flatMap((name) => {
    const code = countryCode(name);
    if (code !== undefined) return [code];
    if (name !== '' && !/^(?:multinational|unknown)$/i.test(name)) {
      onUnread(
        `${row.Model}: ${JSON.stringify(name)} is no country that is known, and is left out`,
      );
    }
    return [];
  });
  return [...new Set(codes)].join(';');
}

/** Of a mixture, what its note states; more than all parameters is of another model, or misread. */
function activeText(
  row: EpochRow,
  parameters: string,
  onUnread: (problem: string) => void,
): string {
  const { active } = parametersStated(row['Parameters notes']) ?? {};
  if (active === undefined) return '';
  if (parameters === '' || active <= Number(parameters)) return wholeText(String(active));
  onUnread(
    `${row.Model}: its note states ${active} active parameters, more than its ${parameters}, and is not read`,
  );
  return '';
}

function wholeText(text: string): string {
  return text === '' ? '' : String(Math.round(Number(text)));
}

function accessOf(access: string): string | undefined {
  if (access.startsWith('Open weights (unrestricted')) return 'open';
  if (access.startsWith('Open weights')) return 'restricted';
  if (access === '') return 'unknown';
  return /^(?:API access|Hosted access|Unreleased)/i.test(access) ? 'closed' : undefined;
}

function confidenceOf(confidence: string): string | undefined {
  const word = confidence.toLowerCase();
  if (word === '') return 'unknown';
  return RunConfidence.safeParse(word).data;
}
