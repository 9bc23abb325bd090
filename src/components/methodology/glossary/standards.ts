/** Where words come from, as the glossary names it. */

export const GHG_PROTOCOL = 'the GHG Protocol';
export const PRODUCT_FOOTPRINT = 'ISO 14067';
export const SCI = 'ISO/IEC 21031 (SCI)';
export const DATA_CENTRE_METRICS = 'ISO/IEC 30134';

/** The standards that words are taken from. */
export const GLOSSARY_STANDARDS: readonly string[] = [
  GHG_PROTOCOL,
  PRODUCT_FOOTPRINT,
  SCI,
  DATA_CENTRE_METRICS,
];
