/** What the published schemas say of the units of fields. */

/** Words that name a unit, or what a number is of. */
const NAMES_UNIT =
  /CO2e|\bk?Wh\b|\bm?L\b|\bJ\b|\bUSD\b|litres|joules|billions|percentile|fraction|variance|\bbits\b|per (1000|single|million) tokens|tokens of/i;

/** Fields by their schema and path, and how their unit is named; the first that fits is meant. */
const UNITS: readonly (readonly [field: RegExp, unit: RegExp])[] = [
  [/^range$/, /^5th, 50th and 95th percentile$/],
  [/^thousand-tokens$/, /^What 1000 tokens of the model’s own tokenizer take$/],
  [
    /^(thousand-tokens|left-model perThousandOutputTokens) gramsCO2e$/,
    /^gCO2e \(GWP100\) per 1000 tokens: 5th, 50th and 95th percentile$/,
  ],
  [/^thousand-tokens wattHours$/, /^Facility electricity, Wh per 1000 tokens$/],
  [
    /^thousand-tokens millilitresWater$/,
    /^Water consumed on site and off site, mL per 1000 tokens$/,
  ],
  [/^index-columns .*input$/, /^gCO2e per 1000 input tokens$/],
  [/^index-columns .*cached$/, /^gCO2e per 1000 cached input tokens$/],
  [/^index-columns .*wattHours$/, /^Wh per 1000 output tokens$/],
  [/^index-columns .*millilitresWater$/, /^mL of water per 1000 output tokens$/],
  [/ timesTypicalModel$/, /^gCO2e per output token over that of the typical model\b/],
  [/ emissionClass$/, /^By gCO2e per output token: .* probability of at least 0\.8$/],
  [/^usage-report .*gramsCO2e$/, /^gCO2e of the week$/],
  [/^usage-report .*wattHours$/, /^Wh of the week$/],
  [/^usage-report .*millilitresWater$/, /^mL of the week$/],
  [/ shareOfEmissions$/, /^As a fraction;/],
  [/ acceleratorJoules$/, /^Accelerators alone, J per single token$/],
  [/ referenceJoulesPerOutputToken$/, /^Accelerators alone .*, J per output token\b/],
  [/ gramsCO2eByBoundary \w+$/, /^gCO2e per 1000 tokens, counted up to each boundary;/],
  [/ contributions inputs$/, /^Share of the variance of ln\(gCO2e per output token\)$/],
  [/ parameters$/, /^In billions;/],
  [/ effectiveBillions$/, /, in billions, where tested$/],
  [/ (active|total)$/, /^Billions of parameters, or bounds$/],
  [/ precision$/, /^Bits of the released weights/],
  [/ servedBits$/, /^Bits per weight\b/],
  [/ listPrice$/, /^USD per million tokens$/],
  [/ discount$/, /^Fraction by which listPrice is reduced at present$/],
  [/ gramsPerKilowattHour$/i, /^gCO2e per kWh, lifecycle, yearly mean$/],
  [/ served gridGramsPerKilowattHour$/, /^gCO2e per kWh over all draws\b/],
  [/ sites gridGramsPerKilowattHour$/, /^Lifecycle, location-based, yearly mean, gCO2e per kWh$/],
  [/ waterOnSiteLitresPerKilowattHour$/, /^Litres per kWh of server energy$/],
  [/^off-site-water (world|zones)$/, /^Litres per kWh\b/],
  [/ workload$| asUsed$/, /^(Tokens of one request|Its mean request on OpenRouter)$/],
  [/^validation .* ours$/, /percentile, in the unit of the publisher$/],
  [/^validation .* p90RelativeErrorShare$/, /^Its 90th percentile$/],
  [/^validation .* (in|out)putTokens$/, /^Tokens of the (prompt|answer) that it is for$/],
  [/^validation .* water$/, /^mL that are stated\b/],
  [/^validation .*Joules$/, /^J per output token, accelerators alone$/],
];

/** The descriptions of a schema that name a unit which is not that of their field, by the field. */
export function unitsNotKnown(schema: { $id?: string; description?: string }) {
  const name = schema.$id?.split('/').at(-1)?.replace('.json', '') ?? '';
  return Object.fromEntries(
    descriptions(schema, name).filter(([field, text]) => {
      const [, unit] = UNITS.find(([known]) => known.test(field)) ?? [];
      return unit === undefined ? NAMES_UNIT.test(text) : !unit.test(text);
    }),
  );
}

/** Keywords of JSON Schema that are no fields. */
const KEYWORDS = ['properties', 'items', 'anyOf', 'additionalProperties', '$defs'];

function descriptions(part: unknown, field: string): [field: string, text: string][] {
  if (Array.isArray(part)) return part.flatMap((one) => descriptions(one, field));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'description' && typeof value === 'string') return [[field, value]];
    const isKeyword = KEYWORDS.includes(key) || /^\d+$/.test(key);
    return descriptions(value, isKeyword ? field : `${field} ${key}`);
  });
}
