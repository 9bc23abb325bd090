/** The part of @tgwf/co2's data that the index reads; the package ships no types of its own. */
declare module '@tgwf/co2/data/electricity-maps' {
  /** Yearly means of 2025: zone (ISO 3166 alpha-2, or a subzone such as CA-QC) to a record. */
  export const yearly2025: { data: Record<string, unknown> };
}
