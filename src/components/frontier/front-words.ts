import { casesText } from '../../library/cases-text.ts';
import type { QualityIndex } from '../../library/quality-level.ts';
import { PUBLISHED_MASS_UNIT } from '../../query/mass-unit.ts';
import { type Per, perWords } from '../../query/per.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { isOnFront } from '../../text/probabilities.ts';
import { sitePath } from '../../ui/link/site-path.ts';
import { type DrawnNode, element } from './drawn-node.ts';
import type { DrawnFront, FrontPoint } from './front-points.ts';
import { anIndex } from './frontier-view.ts';

type Measure = Pick<DrawnFront, 'heldAgainst' | 'unit'>;

/** What is said first: what emissions are per, and who is on the front, of how many that compete; the highest index first. */
export function leadNodes(
  index: QualityIndex,
  points: readonly FrontPoint[],
  { isFiltered, per }: { isFiltered: boolean; per: Per },
): DrawnNode[] {
  const competing = points.filter(({ probabilityOnFront }) => probabilityOnFront !== undefined);
  if (competing.length === 0) {
    return [`No model with ${anIndex(index)} fits what is asked and has a figure for it.`];
  }
  const on = competing
    .filter(({ probabilityOnFront: share = 0 }) => isOnFront(share))
    .toSorted((a, b) => b.quality - a.quality);
  const models = `${competing.length} ${competing.length === 1 ? 'model' : 'models'} with ${anIndex(index)}`;
  return [
    `A model is on the front if no other has at least its index and emits less per ${perWords(per)}. Of ${models}${
      isFiltered ? ' that fit' : ''
    }, ${on.length} ${on.length === 1 ? 'is' : 'are'} on it in more than half of our computed cases${on.length > 1 ? ', the highest index first' : ''}: `,
    ...on.flatMap(({ id, name }, position) => [
      position === 0 ? '' : position === on.length - 1 ? ' and ' : ', ',
      element('a', { href: sitePath(`/models/${id}/`) }, name),
    ]),
    '.',
  ];
}

/** A mark in words: its name, its index, its range and how often it is on the front. */
export function pointWords({ name, makerName, ...point }: FrontPoint, measure: Measure): string {
  return `${name}, ${makerName}: ${figureWords(point, measure)}`;
}

/** The same without the name. */
function figureWords(
  { evidence, quality, carbon, probabilityOnFront: share }: Omit<FrontPoint, 'name' | 'makerName'>,
  { heldAgainst, unit = PUBLISHED_MASS_UNIT }: Measure,
): string {
  const [median, range] = [quantityText(carbon.central), rangeText(carbon)];
  const emitted =
    heldAgainst === undefined
      ? `${median} ${unit}CO2e (${range})`
      : `${median} (${range}) times ${heldAgainst}`;
  const onFront =
    share === undefined ? 'filtered out' : `on the front in ${casesText(share)} cases`;
  return `index ${quality}, ${emitted}, ${evidence}, ${onFront}`;
}

/** How many models are on the front of one case: "about 10 models", "one model". */
export function meanSizeText(meanSize: number): string {
  const models = Math.round(meanSize);
  return models === 1 ? 'one model is' : `${models} models are`;
}
