import { type Boundary, PUBLISHED_BOUNDARY } from '../estimation/boundary.ts';
import type { Range } from '../estimation/ranges.ts';
import { casesText } from '../library/cases-text.ts';
import { groupedBy } from '../library/model-spellings.ts';
import type { PackagedRelease } from '../library/packaged-release.ts';
import type { ReleaseCalculator } from '../library/release-calculator.ts';
import { rangeJson } from '../library/rounding.ts';
import { quantityText, rangeText } from '../text/numbers.ts';
import type { CommandLine } from './command-line.ts';

/** An answer for a person and for a program. */
export interface Answer {
  text: string;
  json: object;
}

const COUNTED: Readonly<Record<Boundary, string>> = {
  accelerators: 'the accelerators alone',
  server: 'the server',
  facility: 'the facility’s electricity',
  facilityAndEmbodied: 'facility electricity and embodied emissions of the hardware',
};

const RANGE = 'low, central and high are the 5th, 50th and 95th percentile';

/** What one request takes with one model. Throws what the calculator throws. */
export function answerEstimate(
  asked: CommandLine,
  calculator: ReleaseCalculator,
  release: PackagedRelease,
): Answer {
  const [text = ''] = asked.names;
  const { id, name, evidence } = calculator.model(text);
  const { gramsCO2e, wattHours, millilitresWater } = calculator.estimate(
    id,
    asked.request,
    asked.circumstances,
  );
  return {
    text: [
      ...readAs(asked, calculator),
      `${name} (${id}), evidence: ${evidence}`,
      `One request of ${requestText(asked)}${circumstancesText(asked)}`,
      '',
      `  ${figureText(gramsCO2e)} gCO2e`,
      `  ${figureText(wattHours)} Wh`,
      `  ${figureText(millilitresWater)} mL of water`,
      '',
      ...closing(asked, release),
    ].join('\n'),
    json: {
      ...about(asked, release),
      asked: text,
      id,
      name,
      evidence,
      gramsCO2e: rangeJson(gramsCO2e),
      wattHours: rangeJson(wattHours),
      millilitresWater: rangeJson(millilitresWater),
    },
  };
}

/** What one request emits with each model, and with what probability one emits less than another. */
export function answerComparison(
  asked: CommandLine,
  calculator: ReleaseCalculator,
  release: PackagedRelease,
): Answer {
  const askedById = groupedBy(asked.names, (text) => [calculator.model(text).id]);
  const ids = [...askedById.keys()];
  const models = [...askedById].map(([id, texts]) => {
    const { name, evidence } = calculator.model(id);
    const { gramsCO2e } = calculator.estimate(id, asked.request, asked.circumstances);
    return { id, name, asked: texts, evidence, gramsCO2e };
  });
  const pairs = ids.flatMap((first, position) =>
    ids.slice(position + 1).map((second) => ({
      first,
      second,
      ...calculator.compare(first, second, asked.request, asked.circumstances),
    })),
  );
  return {
    text: [
      ...readAs(asked, calculator),
      ...models.flatMap(({ id, asked: texts }) =>
        texts.length < 2 ? [] : [`${listText(texts)} are one model, ${id}.`],
      ),
      `One request of ${requestText(asked)}${circumstancesText(asked)}`,
      '',
      ...models.map(
        ({ id, evidence, gramsCO2e }) =>
          `  ${figureText(gramsCO2e)} gCO2e  ${id} (evidence: ${evidence})`,
      ),
      '',
      ...pairs.map(
        ({ first, second, probabilityLess, probabilityLessServedAlike, ratio }) =>
          `  ${first} emits less than ${second} in ${casesText(probabilityLess)} cases as each is served, in ${casesText(probabilityLessServedAlike)} if both were served alike; it emits ${figureText(ratio)} times as much`,
      ),
      '',
      ...closing(asked, release),
    ].join('\n'),
    json: {
      ...about(asked, release),
      models: models.map((model) => ({ ...model, gramsCO2e: rangeJson(model.gramsCO2e) })),
      comparisons: pairs.map(
        ({ first, second, probabilityLess, probabilityLessServedAlike, ratio }) => ({
          first,
          second,
          probabilityFirstEmitsLess: Number(probabilityLess.toFixed(4)),
          probabilityFirstEmitsLessServedAlike: Number(probabilityLessServedAlike.toFixed(4)),
          firstOverSecond: rangeJson(ratio),
        }),
      ),
    },
  };
}

/** What each text was taken for that is none of the list's own names. */
function readAs({ names }: CommandLine, calculator: ReleaseCalculator): string[] {
  return names.flatMap((text) => {
    const resolution = calculator.resolve(text);
    return resolution.kind === 'found' && !resolution.exact
      ? [`“${text}” is read as ${resolution.model.id}.`]
      : [];
  });
}

function listText(texts: readonly string[]): string {
  return new Intl.ListFormat('en').format(texts);
}

/** What every answer to a program says of itself. */
function about({ request, circumstances }: CommandLine, release: PackagedRelease) {
  const { boundary = PUBLISHED_BOUNDARY, grid, powerUsageEffectiveness } = circumstances;
  return {
    release: release.release,
    methodVersion: release.methodVersion,
    unit: 'per request: gramsCO2e in g CO2e (GWP100), wattHours in Wh, millilitresWater in mL',
    range: RANGE,
    licence: release.licence,
    attribution: release.attribution,
    request,
    grid,
    powerUsageEffectiveness,
    boundary,
  };
}

function closing({ circumstances }: CommandLine, release: PackagedRelease): string[] {
  const { boundary = PUBLISHED_BOUNDARY } = circumstances;
  return [
    'Median and, in brackets, 5th to 95th percentile. Estimates, not measurements; inference only.',
    `Counted: ${COUNTED[boundary]}.`,
    `LLM Carbon Index, release ${release.release}, method ${release.methodVersion}.`,
  ];
}

function requestText({ request }: CommandLine): string {
  const { inputTokens, cachedInputTokens, outputTokens } = request;
  const parts = [
    ...(inputTokens > 0 ? [`${inputTokens} input`] : []),
    ...(cachedInputTokens > 0 ? [`${cachedInputTokens} cached input`] : []),
    ...(outputTokens > 0 ? [`${outputTokens} output`] : []),
  ];
  return `${listText(parts)} tokens`;
}

function circumstancesText({ circumstances: { grid, powerUsageEffectiveness: pue } }: CommandLine) {
  const gridText = typeof grid === 'number' ? `${grid} gCO2e/kWh` : grid;
  const parts = [
    ...(gridText === undefined ? [] : [`on the grid ${gridText}`]),
    ...(pue === undefined ? [] : [`at PUE ${pue}`]),
  ];
  return parts.length === 0 ? ', as served' : `, ${parts.join(', ')}`;
}

function figureText(range: Range): string {
  return `${quantityText(range.central)} (${rangeText(range)})`;
}
