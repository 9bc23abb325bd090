import type { EvidenceTier } from '../../estimation/tier.ts';
import { casesText } from '../../library/cases-text.ts';
import { shortNameOf } from '../../library/model-names.ts';
import type { Asked } from '../../query/asked.ts';
import { functionalUnitOf } from '../../query/asked-words.ts';
import { rangeIn } from '../../query/in-mass-unit.ts';
import { type MassUnit, PER_GRAM } from '../../query/mass-unit.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { listOf, pairInWords } from '../../text/probabilities.ts';
import { supplierSentence } from '../../text/stated-figures.ts';
import { type DotPlot, dotPlot, dottedSpan, levelsOf } from '../../ui/chart/dot-plot.ts';
import { axisFor, type LogAxis, placesOn } from '../../ui/chart/log-axis.ts';
import type { RangePlaces } from '../../ui/chart/range-shape.ts';
import { type Attribute, attributesOf } from './attributes.ts';
import {
  type AnsweredModel,
  type ComparedFigures,
  isAnswered,
  type UnansweredModel,
} from './compared-figures.ts';

/** A comparison as it is shown, in tables or as a picture: texts and positions. */
export interface ComparisonView {
  /** What figures are per. */
  functionalUnit: string;
  /** What CO2e is weighed in. */
  unit: MassUnit;
  lead: string;
  axis: LogAxis;
  rows: RowView[];
  ratioAxis: LogAxis;
  pairs: PairView[];
  attributes: Attribute[];
}

/** A model's row in the chart; without a figure it says why. */
export interface RowView {
  id: string;
  name: string;
  makerName: string;
  evidence: EvidenceTier;
  drawn: DrawnRow | undefined;
  because: string | undefined;
}

interface DrawnRow {
  bar: RangePlaces;
  /** All rows' dots stand in as many levels. */
  dots: DotPlot;
  median: string;
  spread: string;
  least: string;
}

/** Two models' row. */
export interface PairView {
  verdict: string;
  ratioSentence: string;
  bar: RangePlaces;
  evidence: EvidenceTier;
  median: string;
  spread: string;
  probability: string;
  /** That the first of the two, in the order asked for, emits less; exactly. */
  probabilityFirstLess: number;
}

/** Where a range of one value would leave no axis. */
const LEAST_RATIO_AXIS = { low: 0.5, high: 2 };
const EMPTY_AXIS = { low: 0.01, high: 10 };
/** The weaker evidence of two decides how a ratio is known. */
const WEAKEST_FIRST: readonly EvidenceTier[] = ['price', 'parameters', 'architecture', 'measured'];

/** What to show of these figures, which are as asked. */
export function comparisonView({ models, pairs }: ComparedFigures, asked: Asked): ComparisonView {
  const functionalUnit = functionalUnitOf(asked);
  const answered = models.filter(isAnswered);
  const { unit } = asked;
  const axis = axisOf(answered, unit);
  const plots = new Map(
    answered.map((model) => [model.file.id, dotPlot(axis, sortedIn(unit, model))]),
  );
  const levels = levelsOf([...plots.values()]);
  const worded = pairs.map(({ first, second, comparison }) => ({
    ...pairInWords(nameOf(first), nameOf(second), comparison, functionalUnit),
    evidence: weaker(first.file.evidence, second.file.evidence),
    probabilityFirstLess: comparison.probabilityLess,
  }));
  const ratioAxis = axisFor([...worded.map(({ times }) => times), LEAST_RATIO_AXIS]);
  return {
    functionalUnit,
    unit,
    lead: `${leadOf(models, worded[0], functionalUnit)}${hiddenTokens(answered)}${suppliersOwn(answered)}`,
    axis,
    rows: models.map((model) => {
      const { id, makerName, evidence } = model.file;
      const row = { id, name: nameOf(model), makerName, evidence };
      const plot = plots.get(id);
      if (!isAnswered(model) || plot === undefined) {
        const because = isAnswered(model) ? undefined : model.because;
        return { ...row, drawn: undefined, because };
      }
      const range = rangeIn(unit, model.estimate.gramsCO2e);
      return {
        ...row,
        because: undefined,
        drawn: {
          bar: placesOn(axis, range),
          dots: { ...plot, levels },
          median: quantityText(range.central),
          spread: rangeText(range),
          least: answered.length > 1 ? casesText(model.probabilityOfLeast) : '',
        },
      };
    }),
    ratioAxis,
    pairs: worded.map(
      ({ verdict, ratioSentence, times, probability, evidence, probabilityFirstLess }) => ({
        verdict,
        ratioSentence,
        bar: placesOn(ratioAxis, times),
        evidence,
        median: quantityText(times.central),
        spread: rangeText(times),
        probability: casesText(probability),
        probabilityFirstLess,
      }),
    ),
    attributes: attributesOf(models, functionalUnit, unit),
  };
}

/** The axis that holds every dot of these models. */
export function axisOf(models: readonly AnsweredModel[], unit: MassUnit): LogAxis {
  return models.length === 0
    ? EMPTY_AXIS
    : axisFor(models.map((model) => dottedSpan(sortedIn(unit, model))));
}

/** The draws behind a model's range in a unit, lowest first. */
export function sortedIn(unit: MassUnit, { sortedGrams }: AnsweredModel): Float64Array {
  return sortedGrams.map((grams) => grams * PER_GRAM[unit]);
}

/** The comparison in a sentence or two: a pair in full, of more models who probably emits least. */
function leadOf(
  models: readonly (AnsweredModel | UnansweredModel)[],
  pair: { verdict: string; ratioSentence: string } | undefined,
  functionalUnit: string,
): string {
  const answered = models.filter(isAnswered);
  if (models.length === 0) return '';
  if (models.length === 1) return 'Add a second model to compare this one with.';
  if (pair === undefined) {
    const [only] = answered;
    const figures = only === undefined ? 'None of these models has' : `Only ${nameOf(only)} has`;
    return `${figures} a figure per ${functionalUnit}, so there is nothing to compare.`;
  }
  if (answered.length === 2)
    return `${pair.verdict} ${pair.ratioSentence}${mostlyPrices(answered)}`;
  const likely = answered.toSorted((a, b) => b.probabilityOfLeast - a.probabilityOfLeast);
  const [first, ...others] = likely;
  if (first === undefined) return '';
  const against = others.map(
    (model) => `${casesText(model.probabilityOfLeast)} for ${nameOf(model)}`,
  );
  return `Of these ${answered.length}, ${nameOf(first)} most often emits least per ${functionalUnit}: in ${casesText(first.probabilityOfLeast)} cases, against ${listOf(against)}.${mostlyPrices(answered)}`;
}

/** What a comparison rests on where more than one model is known by its price alone. */
function mostlyPrices(answered: readonly AnsweredModel[]): string {
  const priced = answered.filter(({ file }) => file.evidence === 'price');
  return priced.length < 2
    ? ''
    : ` Of ${listOf(priced.map(nameOf))} only the price is known: between them this mostly compares prices.`;
}

/** Whose reasoning the figures leave out, if anybody's. */
function hiddenTokens(answered: readonly AnsweredModel[]): string {
  const reasoners = answered.filter(({ withoutReasoning }) => withoutReasoning);
  if (reasoners.length === 0) return '';
  const all = answered.length === 2 ? 'both' : 'all';
  const whose = reasoners.length === answered.length ? all : listOf(reasoners.map(nameOf));
  return ` Hidden reasoning of ${whose} is not in it; as each is used, it is.`;
}

/** Whose maker states another figure than our range, in a sentence each. */
function suppliersOwn(answered: readonly AnsweredModel[]): string {
  return answered
    .map((model) =>
      supplierSentence(`The maker of ${nameOf(model)}`, model.file.statedByMaker ?? []),
    )
    .filter((sentence) => sentence !== undefined)
    .map((sentence) => ` ${sentence}`)
    .join('');
}

/** A model's short name. */
export function nameOf({ file }: AnsweredModel | UnansweredModel): string {
  return shortNameOf(file.name);
}

function weaker(a: EvidenceTier, b: EvidenceTier): EvidenceTier {
  return WEAKEST_FIRST.find((tier) => tier === a || tier === b) ?? a;
}
