import { countryName, countryOf } from '../../catalog/country.ts';
import { unknownSize } from '../../catalog/unknown-size.ts';
import type { Range } from '../../estimation/ranges.ts';
import { QUALITY_INDICES } from '../../library/quality-level.ts';
import type { ModelJson } from '../../published/model-json.ts';
import { rangeIn } from '../../query/in-mass-unit.ts';
import type { MassUnit } from '../../query/mass-unit.ts';
import { sizeText } from '../../text/architecture.ts';
import { companyText } from '../../text/emission-class.ts';
import { countText, priceText, quantityText, rangeText } from '../../text/numbers.ts';
import { ofTokensText, oursText, statedText } from '../../text/stated-figures.ts';
import { contributionsInWords } from '../../text/uncertain-inputs.ts';
import { type AnsweredModel, isAnswered, type UnansweredModel } from './compared-figures.ts';

/** What a cell says; `aside` stands in smaller type after it. */
export interface AttributeCell {
  text: string;
  aside?: string;
}

/** One attribute of all models. */
export interface Attribute {
  label: string;
  cells: AttributeCell[];
  /** Whether the models differ in it. */
  differs: boolean;
}

type Compared = AnsweredModel | UnansweredModel;
type Row = [label: string, cell: (model: Compared) => AttributeCell];

/** How many of the unknowns behind a range are named. */
const UNKNOWNS_NAMED = 3;

/** The label of the scores, which names them in the order in which they stand. */
const SCORES = `Scores: ${QUALITY_INDICES.join(', ')} (Artificial Analysis)`;

/** What is known of the models, attribute by attribute. */
export function attributesOf(
  models: readonly Compared[],
  functionalUnit: string,
  unit: MassUnit,
): Attribute[] {
  const rows: Row[] = [
    [
      `${unit}CO₂e per ${functionalUnit}`,
      (model) => estimateCell(model, ({ gramsCO2e }) => rangeIn(unit, gramsCO2e)),
    ],
    [`Wh per ${functionalUnit}`, (model) => estimateCell(model, ({ wattHours }) => wattHours)],
    [
      `mL of water per ${functionalUnit}`,
      (model) => estimateCell(model, ({ millilitresWater }) => millilitresWater),
    ],
    [
      'Class, per output token as served',
      ({ file: { emissionClass } }) => ({
        text: `${emissionClass.place} of ${emissionClass.of}`,
        aside: companyText(emissionClass),
      }),
    ],
    ...(models.some(({ file }) => file.statedByMaker !== undefined)
      ? [['Stated by its maker', makersCell] satisfies Row]
      : []),
    ['Evidence', ({ file }) => ({ text: file.evidence, aside: `tier ${file.tier}` })],
    ['What makes the range wide', ({ file }) => ({ text: unknownsText(file) })],
    ['Parameters', ({ file }) => ({ text: parametersText(file) })],
    ['Weights', ({ file }) => ({ text: file.weights, ...precisionAside(file) })],
    ['List price, $ per million, in and out', ({ file }) => ({ text: pricesText(file) })],
    ['Context, tokens', ({ file }) => countCell(file.contextTokens)],
    [SCORES, ({ file }) => ({ text: scoresText(file) })],
    ['Tools', ({ file }) => ({ text: yesOrNo(file.supportsTools) })],
    ['Reasoning', ({ file }) => ({ text: yesOrNo(file.supportsReasoning) })],
    ['Images as input', ({ file }) => ({ text: yesOrNo(file.inputModalities.includes('image')) })],
    ['Hosts', ({ file }) => hostsCell(file)],
    ['Countries it may run in', ({ file }) => ({ text: countriesText(file) })],
    ['Listed since', ({ file }) => ({ text: file.created ?? 'not stated' })],
    ['Leaves OpenRouter after', ({ file }) => ({ text: file.expires ?? 'no day stated' })],
  ];
  return rows.map(([label, cellOf]) => {
    const cells = models.map(cellOf);
    const said = new Set(cells.map(({ text, aside }) => `${text} ${aside}`));
    return { label, cells, differs: said.size > 1 };
  });
}

/** A label's parts around the two of CO₂, which pages set as subscripts of their own font. */
export function subscripted(label: string): string[] {
  return label.split('₂');
}

function estimateCell(
  model: Compared,
  rangeFrom: (estimate: AnsweredModel['estimate']) => Range,
): AttributeCell {
  if (!isAnswered(model)) return { text: 'no figure', aside: model.because };
  const range = rangeFrom(model.estimate);
  return { text: quantityText(range.central), aside: rangeText(range) };
}

function makersCell({ file: { statedByMaker = [] } }: Compared): AttributeCell {
  const [first] = statedByMaker;
  if (first === undefined) return { text: 'nothing that we know of' };
  return {
    text: statedText(first),
    aside: `for ${ofTokensText(first)}; ours, as served: ${oursText(first)}`,
  };
}

function unknownsText({ contributions, evidence }: ModelJson): string {
  return contributionsInWords(contributions, evidence)
    .slice(0, UNKNOWNS_NAMED)
    .map(({ label, share }) => `${label} ${Math.round(100 * share)}\u00a0%`)
    .join('; ');
}

function parametersText(file: ModelJson): string {
  const parameters = 'parameters' in file ? file.parameters : undefined;
  return parameters === undefined ? unknownSize(file.weights) : sizeText(parameters);
}

function precisionAside({ releasedPrecision }: ModelJson): Pick<AttributeCell, 'aside'> {
  return releasedPrecision === undefined ? {} : { aside: `released as ${releasedPrecision}` };
}

function scoresText({ artificialAnalysis: scores }: ModelJson): string {
  if (scores === undefined) return 'not rated';
  return QUALITY_INDICES.map((index) => scores[index] ?? 'none').join(', ');
}

function pricesText({ listPrice }: ModelJson): string {
  const { inputUsdPerMillionTokens: input, outputUsdPerMillionTokens: output } = listPrice;
  if (input === undefined || output === undefined) return 'not stated';
  return input === 0 && output === 0 ? 'free' : `${priceText(input)} and ${priceText(output)}`;
}

function countCell(count: number | undefined): AttributeCell {
  return { text: count === undefined ? 'not stated' : countText(count) };
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}

function hostsCell({ served }: ModelJson): AttributeCell {
  const names = [...new Set(served.endpoints.map(({ hostName }) => hostName))];
  if (!served.listedByOpenRouter)
    return { text: 'none listed', aside: `assumed: ${names.join(', ')}` };
  return { text: String(names.length), aside: names.join(', ') };
}

function countriesText({ served }: ModelJson): string {
  const zones = served.endpoints.flatMap(({ place }) => place.sites.map(({ zone }) => zone));
  return [...new Set(zones.map((zone) => countryName(countryOf(zone))))].toSorted().join(', ');
}
