import type { Range } from '../../estimation/ranges.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { axisFor, placesOn } from '../../ui/chart/log-axis.ts';
import { pngOf, strokeShape } from '../../ui/chart/picture.ts';
import { placesOf, rangeStrokes } from '../../ui/chart/range-shape.ts';
import {
  MARGIN,
  placeIn,
  rowFigures,
  rowNames,
  rowPicture,
  ruleAt,
} from '../../ui/chart/row-picture.ts';
import { copyPicture } from '../../ui/clipboard.ts';
import { inUnit } from './amount.ts';
import type { UsageEstimate } from './usage-estimate.ts';
import { unitsOf } from './usage-table.ts';

const ROW_HEIGHT = 54;
/** Right of what is said of a line, which is long. */
const CHART = { left: 540, width: 400 };

/** A line of usage in words; without evidence, the total. */
interface PicturedLine {
  name: string;
  tokens: string;
  evidence: EvidenceTier | undefined;
}

/** What a picture of usage says besides its figures. */
interface PicturedUsage {
  /** One for each line of usage. */
  lines: readonly PicturedLine[];
  /** What no row holds; empty where all is in. */
  left: string;
  release: string;
  /** The address that shows the same. */
  link: string;
}

/** Copies the chart of usage as a picture. Returns what to say of it. */
export function copyUsagePicture(usage: UsageEstimate, words: PicturedUsage): Promise<string> {
  return copyPicture(pngOf(usagePicture(usage, words)), 'llm-carbon-usage');
}

/** What tokens take, a row for each line and one for all, as a picture that stands by itself. */
function usagePicture(
  { lines, total }: UsageEstimate,
  { lines: words, left, release, link }: PicturedUsage,
): SVGSVGElement {
  const unit = unitsOf(total).gramsCO2e;
  const all = inUnit(total.gramsCO2e, unit);
  const ranges = lines.map(({ gramsCO2e }) => inUnit(gramsCO2e, unit));
  const axis = axisFor([...ranges, all]);
  const shapes = (range: Range, evidence: EvidenceTier | undefined, bottom: number) => {
    const places = placesOf(placesOn(axis, range), (percent) => placeIn(CHART, percent));
    return [
      ...rangeStrokes(places, { y: bottom - 20, evidence }).map(strokeShape),
      ...rowFigures(quantityText(range.central), rangeText(range), bottom),
    ];
  };
  return rowPicture({
    title: `${quantityText(all.central)} ${unit.name} CO₂e (${rangeText(all)})`,
    notes: [
      {
        words: `${unit.name} CO₂e, log scale; bar: nine in ten of our computed cases, thick: half; red: median`,
        x: MARGIN,
      },
    ],
    axis,
    chart: CHART,
    rowHeight: ROW_HEIGHT,
    rows: [
      ...ranges.map((range, index) => (bottom: number) => {
        const { name, tokens, evidence } = words[index] ?? unnamed(index);
        return [
          ...rowNames(name, [tokens, evidence].filter(Boolean).join('; '), bottom),
          ...shapes(range, evidence, bottom),
        ];
      }),
      (bottom) => [
        ruleAt(bottom - ROW_HEIGHT),
        ...rowNames(left === '' ? 'All together' : 'All with an estimate', left, bottom),
        ...shapes(all, undefined, bottom),
      ],
    ],
    from: { release, link },
  });
}

function unnamed(index: number): never {
  throw new Error(`Line ${index + 1} has no name for its picture`);
}
