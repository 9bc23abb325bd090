/** The country of a zone of Electricity Maps, by its code: US-MIDA-PJM lies in US. */
export function countryOf(zone: string): string {
  return zone.split('-')[0] ?? zone;
}

const englishNames = new Intl.DisplayNames('en', { type: 'region' });

/** A country's English name, by its ISO 3166 alpha-2 code. */
export function countryName(country: string): string {
  return englishNames.of(country) ?? country;
}
