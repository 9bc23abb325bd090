/** Names that differ from the English ones of the Unicode CLDR. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'United States of America': 'US',
  USA: 'US',
  UK: 'GB',
  'United Kingdom of Great Britain and Northern Ireland': 'GB',
  'Korea (Republic of)': 'KR',
  'Hong Kong': 'HK',
  Macao: 'MO',
};

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
// Codes that were replaced, such as DD, bear the name of what replaced them.
const byName = new Map(
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
    .flatMap((code): [string, string][] => {
      const name = names.of(code);
      return name === undefined ? [] : [[name, code]];
    }),
);

/** ISO 3166 alpha-2 code of a country by its English name; undefined for what is none (Multinational). */
export function countryCode(name: string): string | undefined {
  const trimmed = name.trim();
  return OTHER_NAMES[trimmed] ?? byName.get(trimmed);
}
