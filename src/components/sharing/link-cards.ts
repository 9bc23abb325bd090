import { scaleRange } from '../../estimation/ranges.ts';
import { levelText, type QualityLevel } from '../../library/quality-level.ts';
import { modelJsonName } from '../../published/model-json-path.ts';
import type { Release, ReleasedModel } from '../../release/release.ts';
import { firstChoice, type ReleasedChoice } from '../../release/released-choices.ts';
import { addressOn } from '../../site.ts';
import { amongLowestText } from '../../text/choice.ts';
import { evidenceMeaning } from '../../text/evidence.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { INDEX_WORDS } from '../../text/quality.ts';
import { axisFor } from '../../ui/chart/log-axis.ts';
import { type CardRow, MOST_CARD_ROWS } from './CardRows.tsx';
import type { CardProps } from './RangeCard.tsx';

/** The card of pages that have none of their own: the answer that the index begins with. */
export const SITE_CARD = 'site';

/** Cards of single pages. */
export const PAGE_CARDS = {
  compare: 'compare',
  calculator: 'calculator',
  frontier: 'frontier',
  hosts: 'hosts',
} as const;

/** What the card of a model's page is called. */
export function modelCard(id: string): string {
  return `models/${modelJsonName(id)}`;
}

/** What the card of a level's page is called. */
export function choiceCard(level: QualityLevel): string {
  return `choose/${levelText(level)}`;
}

/** What cards say besides the figures of a release. */
interface Readings {
  /**
   * The name of the release since which a model's figure reads as it does: a card that says this, and not
   * the name of the last release, is drawn anew only where its figure has moved.
   */
  since: (model: ReleasedModel) => string;
  choices: readonly ReleasedChoice[];
  landmarks: readonly ReleasedModel[];
  /** Where the site stands: a picture that has gone round says where it comes from. */
  site: URL;
}

/** Every card of a release by its name. All models share one axis, so that their cards compare. */
export function cardsOf(
  { release, methodVersion, models }: Release,
  { since, choices, landmarks, site }: Readings,
): [string, CardProps][] {
  const at = (path: string) => addressOn(site, path).replace(/^https?:\/\//, '');
  const method = `method ${methodVersion}. Estimates: nine in ten cases lie in the range.`;
  const foot = `Release ${release}, ${method}`;
  const axis = axisFor(models.map((model) => model.perThousandOutputTokens.gramsCO2e));
  const modelCards = models.map((model): [string, CardProps] => [
    modelCard(model.id),
    {
      title: model.shortName,
      line: `${model.makerName} · ${model.evidence}: ${evidenceMeaning(model)}`,
      foot: `Since release ${since(model)}, ${method}`,
      address: at(`/models/${model.id}/`),
      figure: { range: model.perThousandOutputTokens.gramsCO2e, evidence: model.evidence, axis },
    },
  ]);
  const first = firstChoice(choices);
  const choiceCards = choices.map((choice): [string, CardProps] => [
    choiceCard(choice.level),
    { ...ofChoice(choice), foot, address: at(`/choose/${levelText(choice.level)}/`) },
  ]);
  return [
    [
      SITE_CARD,
      {
        ...(first === undefined ? withoutScores(models, landmarks) : ofChoice(first)),
        foot,
        address: at('/'),
      },
    ],
    [PAGE_CARDS.compare, { ...ofLandmarks(landmarks), foot, address: at('/compare/') }],
    [PAGE_CARDS.calculator, { ...ofTokens(landmarks), foot, address: at('/calculator/') }],
    [PAGE_CARDS.frontier, { ...ofLevels(choices), foot, address: at('/frontier/') }],
    [PAGE_CARDS.hosts, { ...ofHosts(models), foot, address: at('/hosts/') }],
    ...choiceCards,
    ...modelCards,
  ];
}

type Card = Omit<CardProps, 'foot' | 'address'>;

const PER_OUTPUT = 'gCO₂e per 1000 output tokens';

/** Where no model has a score there is no answer to show. */
function withoutScores(
  models: readonly ReleasedModel[],
  landmarks: readonly ReleasedModel[],
): Card {
  return {
    title: 'How much carbon a thousand tokens emit',
    line: `${models.length} models on OpenRouter, each a range with its reasons.`,
    several: severalIn(PER_OUTPUT, landmarks.map(rowOf)),
  };
}

function ofChoice({ level, chosen, highest, places }: ReleasedChoice): Card {
  const [{ model, gramsCO2e, amongLowest }] = chosen;
  const rows = [...chosen.slice(0, MOST_CARD_ROWS - 1), highest].map((one) => ({
    ...rowOf(one.model),
    range: one.gramsCO2e,
  }));
  return {
    title: `Least carbon at ${level.least} or more in ${INDEX_WORDS[level.index]}`,
    line: `${model.shortName}: about ${quantityText(gramsCO2e.central)} g (${rangeText(gramsCO2e)}), ${amongLowestText(amongLowest, places)}`,
    several: severalIn(PER_OUTPUT, distinct(rows)),
  };
}

function ofLandmarks(landmarks: readonly ReleasedModel[]): Card {
  return {
    title: 'Compare language models by their carbon',
    line: 'How often which emits less, and how sure that is: case by case, up to six at once.',
    several: severalIn(PER_OUTPUT, landmarks.map(rowOf)),
  };
}

function ofTokens(landmarks: readonly ReleasedModel[]): Card {
  const rows = landmarks.map((model) => ({
    ...rowOf(model),
    range: scaleRange(model.perThousandOutputTokens.gramsCO2e, 1000),
  }));
  return {
    title: 'What do your tokens emit?',
    line: 'From an export or by hand into a figure with its range, for a report.',
    several: severalIn('gCO₂e per million output tokens', rows),
  };
}

function ofLevels(choices: readonly ReleasedChoice[]): Card {
  const general = choices.filter(({ level }) => level.index === firstChoice(choices)?.level.index);
  const [any] = general;
  return {
    title: 'Quality against carbon',
    line:
      any === undefined
        ? 'No model of this list has a score.'
        : `The model that most often emits least, by least score in ${INDEX_WORDS[any.level.index]}.`,
    several: severalIn(
      PER_OUTPUT,
      general.map(({ level, chosen: [{ model, gramsCO2e }] }) => ({
        ...rowOf(model),
        name: `${level.least}+ ${model.shortName}`,
        range: gramsCO2e,
      })),
    ),
  };
}

/** The model that most hosts serve, by some of them from the lowest to the highest. */
function ofHosts(models: readonly ReleasedModel[]): Card {
  const [most] = models
    .map((model) => ({ model, rows: hostRows(model) }))
    .toSorted((a, b) => b.rows.length - a.rows.length);
  const isServed = most !== undefined && most.rows.length > 1;
  return {
    title: 'Where language models run',
    line: isServed
      ? `${most.model.shortName} from some of its ${most.rows.length} hosts, the lowest and the highest among them.`
      : 'Who serves the models of OpenRouter, from which places and grids.',
    several: severalIn(PER_OUTPUT, isServed ? spreadOver(most.rows, MOST_CARD_ROWS) : []),
  };
}

/** A row for each host of a model that is estimated, the lowest first. */
function hostRows({ evidence, served }: ReleasedModel): CardRow[] {
  const rows = served.endpoints.flatMap(({ host, estimate }) =>
    estimate === undefined
      ? []
      : [{ name: host.name, evidence, range: estimate.perThousandOutputTokens.gramsCO2e }],
  );
  return distinct(rows.toSorted((a, b) => a.range.central - b.range.central));
}

/** At most so many of them, as far from each other as they can be, the first and the last among them. */
function spreadOver<Row>(rows: readonly Row[], most: number): Row[] {
  const count = Math.min(most, rows.length);
  const step = (rows.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, place) => rows[Math.round(place * step)]).filter(
    (row) => row !== undefined,
  );
}

function rowOf({ shortName, evidence, perThousandOutputTokens }: ReleasedModel): CardRow {
  return { name: shortName, evidence, range: perThousandOutputTokens.gramsCO2e };
}

/** The one that emits most may be among those that were chosen. */
function distinct(rows: readonly CardRow[]): CardRow[] {
  return rows.filter(({ name }, index) => rows.findIndex((row) => row.name === name) === index);
}

function severalIn(unit: string, rows: readonly CardRow[]): CardProps['several'] {
  return rows.length === 0 ? undefined : { unit, rows };
}
