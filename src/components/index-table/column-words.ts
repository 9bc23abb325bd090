import type { Column } from '../../query/columns.ts';

/** How columns are called in the menu, and in their heads where that is shorter. */
export const COLUMN_WORDS: Readonly<Record<Column, { name: string; head?: string }>> = {
  rank: { name: 'Rank, 5–95 %' },
  evidence: { name: 'Evidence' },
  price: { name: 'Price, USD per million output tokens' },
  input: { name: 'gCO₂e per 1000 input tokens', head: 'gCO₂e per 1k input' },
  cached: { name: 'gCO₂e per 1000 cached input tokens', head: 'gCO₂e per 1k cached' },
  wh: { name: 'Electricity, Wh', head: 'Wh' },
  water: { name: 'Water, mL', head: 'mL water' },
  context: { name: 'Context, tokens', head: 'Context' },
  parameters: { name: 'Parameters, billions', head: 'Parameters, B' },
  weights: { name: 'Weights, open or closed', head: 'Weights' },
  quality: { name: 'Quality, Artificial Analysis index', head: 'Quality (AA)' },
  released: { name: 'Day of listing on OpenRouter', head: 'Listed' },
  hosts: { name: 'Hosts, number', head: 'Hosts' },
};
