import type { Range } from '../../estimation/ranges.ts';
import type { ColumnValues } from '../../published/index-columns.ts';
import type { FurtherColumn } from '../../query/columns.ts';
import type { AskedEstimates } from '../../query/estimates.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { scoreText } from '../../text/quality.ts';
import { shortTokenText } from '../../text/tokens.ts';

/** What stands in a cell, its range where it is an estimate, and what it sorts by. */
export interface Cell {
  text: string;
  range?: string;
  key?: number | undefined;
}

/** What has been computed of a row's model; undefined where the table is as published. */
type Computed = { asServed: boolean; asked: AskedFigures | undefined } | undefined;
type AskedFigures = NonNullable<ReturnType<AskedEstimates['estimates']['get']>>;

/** A column that readers add to the table. */
interface AddedColumn {
  /** In the menu. */
  name: string;
  /** In its head, where that is shorter. */
  head?: string;
  /** In digits, so that figures fit in whatever typeface is there. */
  leastWidth: `${number}ch`;
  /** Whether it holds other tokens than the figures are per. */
  ofEveryKind?: true;
  cell: (values: ColumnValues, computed: Computed) => Cell;
}

/** Everything that the table knows of each. Only links and the list of ids know of them besides. */
export const ADDED_COLUMNS: Readonly<Record<FurtherColumn, AddedColumn>> = {
  typical: {
    name: 'Times the typical model',
    head: '× typical model',
    leastWidth: '17.5ch',
    cell: ({ timesTypicalModel: published }, computed) => {
      const range =
        computed === undefined ? published : computed.asked?.standing?.timesTypicalModel;
      return range === undefined ? NO_FIGURE : estimateCell(range);
    },
  },
  input: {
    name: 'gCO₂e per 1000 input tokens',
    head: 'gCO₂e per 1k input',
    leastWidth: '19ch',
    ofEveryKind: true,
    cell: ({ input }, computed) => tokensCell(input, computed, 'perThousandInputTokens'),
  },
  cached: {
    name: 'gCO₂e per 1000 cached input tokens',
    head: 'gCO₂e per 1k cached',
    leastWidth: '19ch',
    ofEveryKind: true,
    cell: ({ cached }, computed) => tokensCell(cached, computed, 'perThousandCachedInputTokens'),
  },
  wh: {
    name: 'Electricity, Wh',
    head: 'Wh',
    leastWidth: '17.5ch',
    cell: ({ wattHours }, computed) => askedCell(wattHours, computed, 'wattHours'),
  },
  water: {
    name: 'Water, mL',
    head: 'mL water',
    leastWidth: '17.5ch',
    cell: ({ millilitresWater }, computed) =>
      askedCell(millilitresWater, computed, 'millilitresWater'),
  },
  context: {
    name: 'Context, tokens',
    head: 'Context',
    leastWidth: '9.5ch',
    cell: ({ contextTokens: tokens }) => ({
      text: tokens === undefined ? '' : shortTokenText(Number(tokens.toPrecision(3))),
      key: tokens,
    }),
  },
  parameters: {
    name: 'Parameters, billions',
    head: 'Parameters, B',
    leastWidth: '15ch',
    cell: parametersCell,
  },
  weights: {
    name: 'Weights, open or closed',
    head: 'Weights',
    leastWidth: '10.5ch',
    cell: ({ weights }) => ({ text: weights, key: ['open', 'closed'].indexOf(weights) }),
  },
  quality: {
    name: 'Quality, Artificial Analysis index',
    head: 'Quality (AA)',
    leastWidth: '8.5ch',
    cell: ({ quality }) => ({
      text: quality === undefined ? '' : scoreText(quality),
      key: quality,
    }),
  },
  released: {
    name: 'Day of listing on OpenRouter',
    head: 'Listed',
    leastWidth: '11.5ch',
    cell: ({ listed }) => ({
      text: listed ?? '',
      key: listed === undefined ? undefined : Date.parse(listed),
    }),
  },
  hosts: {
    name: 'Hosts, number',
    head: 'Hosts',
    leastWidth: '6.5ch',
    cell: ({ hosts }) => ({ text: String(hosts), key: hosts }),
  },
};

const NO_FIGURE: Cell = { text: '–' };

function estimateCell(range: Range): Cell {
  return { text: quantityText(range.central), range: rangeText(range), key: range.central };
}

/**
 * A figure of other tokens, which follows the scenario alone. A model that cannot answer what is asked
 * keeps its published one as served; in a scenario that would be a figure of another.
 */
function tokensCell(
  published: Range,
  computed: Computed,
  tokens: 'perThousandInputTokens' | 'perThousandCachedInputTokens',
): Cell {
  const range = computed?.asked?.everyKind?.[tokens].gramsCO2e;
  if (range !== undefined) return estimateCell(range);
  return computed === undefined || computed.asServed ? estimateCell(published) : NO_FIGURE;
}

/** A figure that follows what is asked: where something is computed, the published one is another. */
function askedCell(
  published: Range,
  computed: Computed,
  quantity: 'wattHours' | 'millilitresWater',
): Cell {
  if (computed === undefined) return estimateCell(published);
  const range = computed.asked?.asked[quantity];
  return range === undefined ? NO_FIGURE : estimateCell(range);
}

function parametersCell({ totalBillions: total, activeBillions: active }: ColumnValues): Cell {
  if (total === undefined) return { text: '' };
  const text = (billions: NonNullable<typeof total>) =>
    typeof billions === 'number' ? String(billions) : `${billions.low}–${billions.high}`;
  const isDense = active === undefined || text(active) === text(total);
  return {
    text: isDense ? text(total) : `${text(active)} of ${text(total)}`,
    key: typeof total === 'number' ? total : Math.sqrt(total.low * total.high),
  };
}
