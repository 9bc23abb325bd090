/** How many of one unit another holds. */

export const SECONDS_PER_HOUR = 3600;
export const JOULES_PER_WATT_HOUR = 3600;
export const JOULES_PER_KILOWATT_HOUR = 3.6e6;
export const JOULES_PER_MEGAWATT_HOUR = 3.6e9;
export const WATTS_PER_MEGAWATT = 1e6;
export const KILOWATT_HOURS_PER_MEGAWATT_HOUR = 1000;
export const GRAMS_PER_TONNE = 1e6;
export const FLOP_PER_ZFLOP = 1e21;
