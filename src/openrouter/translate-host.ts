import type * as z from 'zod';
import { CountryCode, type ListedHost } from '../catalog/snapshot.ts';
import type { ForeignHost } from './foreign.ts';
import { foreignText } from './foreign-text.ts';
import { inLowerCase } from './in-lower-case.ts';
import { sortedUnique } from './order.ts';
import type { DropField } from './sift.ts';

/** One record of OpenRouter's provider list in our words. */
export function translateHost(foreign: ForeignHost, drop: DropField): z.input<typeof ListedHost> {
  const countries = (foreign.datacenters ?? []).flatMap(
    (code) => country(code, 'datacenters', drop) ?? [],
  );
  return {
    slug: inLowerCase(foreign.slug, 'slug', drop),
    name: foreignText(foreign.name, 'name', drop) || foreign.slug,
    headquarters: country(foreign.headquarters ?? '', 'headquarters', drop),
    dataCentreCountries: countries.length > 0 ? sortedUnique(countries) : undefined,
  };
}

function country(code: string, field: string, drop: DropField): string | undefined {
  const upperCase = code.trim().toUpperCase();
  if (upperCase !== '' && !CountryCode.safeParse(upperCase).success) {
    drop(field, code, 'expected an ISO 3166 alpha-2 code such as FR');
    return undefined;
  }
  return upperCase || undefined;
}
