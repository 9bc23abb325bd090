import { type Boundary, PUBLISHED_BOUNDARY } from '../estimation/boundary.ts';
import type { Range } from '../estimation/ranges.ts';
import type { PackagedRelease } from '../library/packaged-release.ts';
import type { ReleaseCalculator } from '../library/release-calculator.ts';
import { quantityText, rangeText } from '../text/numbers.ts';
import type { CommandLine } from './command-line.ts';

/** An answer for a person and for a program. */
export interface Answer {
  text: string;
  json: object;
  /** What a limit is held against: gCO2e. */
  figures: readonly { of: string; gramsCO2e: Range }[];
  /** Why they may be too low, where something could not be counted. */
  notCounted?: string | undefined;
}

const COUNTED: Readonly<Record<Boundary, string>> = {
  accelerators: 'the accelerators alone',
  server: 'the server',
  facility: 'the facility’s electricity',
  facilityAndEmbodied: 'facility electricity and embodied emissions of the hardware',
};

const RANGE = 'low, central and high are the 5th, 50th and 95th percentile';

/** What each text was taken for that is none of the list's own names. */
export function readAs(names: readonly string[], calculator: ReleaseCalculator): string[] {
  return names.flatMap((text) => {
    const resolution = calculator.resolve(text);
    return resolution.kind === 'found' && !resolution.exact
      ? [`“${text}” is read as ${resolution.model.id}.`]
      : [];
  });
}

export function listText(texts: readonly string[]): string {
  return new Intl.ListFormat('en').format(texts);
}

/** What every answer to a program says of itself; `per` is what its figures are of. */
export function about({ circumstances }: CommandLine, release: PackagedRelease, per: string) {
  const { boundary = PUBLISHED_BOUNDARY, grid, powerUsageEffectiveness } = circumstances;
  return {
    release: release.release,
    methodVersion: release.methodVersion,
    unit: `${per}: gramsCO2e in g CO2e (GWP100), wattHours in Wh, millilitresWater in mL`,
    range: RANGE,
    licence: release.licence,
    attribution: release.attribution,
    grid,
    powerUsageEffectiveness,
    boundary,
  };
}

/** What every answer to a person ends with. */
export function closing({ circumstances }: CommandLine, release: PackagedRelease): string[] {
  const { boundary = PUBLISHED_BOUNDARY } = circumstances;
  return [
    'Median and, in brackets, 5th to 95th percentile. Estimates, not measurements; inference only.',
    `Counted: ${COUNTED[boundary]}.`,
    `LLM Carbon Index, release ${release.release}, method ${release.methodVersion}.`,
  ];
}

/** The request in words: "1000 input and 300 output tokens". */
function requestText({ request }: CommandLine): string {
  const { inputTokens, cachedInputTokens, outputTokens } = request;
  const parts = [
    ...(inputTokens > 0 ? [`${inputTokens} input`] : []),
    ...(cachedInputTokens > 0 ? [`${cachedInputTokens} cached input`] : []),
    ...(outputTokens > 0 ? [`${outputTokens} output`] : []),
  ];
  return `${listText(parts)} tokens`;
}

/** What figures are of: a request, at its own context, or the published unit where no tokens are given. */
export function workloadText(asked: CommandLine, release: PackagedRelease): string {
  const what = isOneRequest(asked)
    ? `One request of ${requestText(asked)}`
    : `${requestText(asked)} ${statedContextText(release)}`;
  return `${what}${circumstancesText(asked)}`;
}

/** The same for a program. */
export function unitText(asked: CommandLine, release: PackagedRelease): string {
  return isOneRequest(asked)
    ? 'per request'
    : `per ${requestText(asked)} ${statedContextText(release)}`;
}

function isOneRequest({ request }: CommandLine): boolean {
  return request.requests !== undefined;
}

function statedContextText({ method }: PackagedRelease): string {
  return `at ${method.serving.statedContextTokens} tokens of context`;
}

/** How it is served, to follow what is said: ", on the grid FR". */
export function circumstancesText({ circumstances }: CommandLine): string {
  const { grid, powerUsageEffectiveness: pue } = circumstances;
  const gridText = typeof grid === 'number' ? `${grid} gCO2e/kWh` : grid;
  const parts = [
    ...(gridText === undefined ? [] : [`on the grid ${gridText}`]),
    ...(pue === undefined ? [] : [`at PUE ${pue}`]),
  ];
  return parts.length === 0 ? ', as served' : `, ${parts.join(', ')}`;
}

/** A median with its range. */
export function figureText(range: Range): string {
  return `${quantityText(range.central)} (${rangeText(range)})`;
}
