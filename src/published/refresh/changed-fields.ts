/** What fields of records are called in sentences, where their own names do not say it. */
const CALLED: ReadonlyMap<string, string> = new Map([
  ['parameters.totalBillions', 'total parameters'],
  ['parameters.activeBillions', 'active parameters'],
  ['parameters.mixtureOfExperts', 'mixture of experts'],
  ['parameters.how', 'how the size is known'],
  ['precision.format', 'released precision'],
  ['architecture.layersByKind', 'layers by kind'],
  ['architecture.hiddenSize', 'width'],
  ['huggingFaceId', 'Hugging Face id'],
  ['measuredAs', 'measured as'],
  ['sameAs', 'sold as'],
  ['powerUsageEffectiveness', 'PUE'],
]);

/** Fields that say how something is known, and not what it is. */
const ABOUT = /(^|\.)(sources|note)$/;

/**
 * What differs between two records, field by field: "active parameters 70 -> 72". Sources and notes
 * are named without their texts.
 */
export function changedFields(before: unknown, after: unknown): string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => old.get(field) !== now.get(field))
    .map((field) => {
      const name = CALLED.get(field) ?? field.split('.').map(inWords).join(' ');
      return ABOUT.test(field)
        ? `${name} changed`
        : `${name} ${old.get(field) ?? 'none'} -> ${now.get(field) ?? 'none'}`;
    });
}

/** The fields of a record, dotted, with their values as text; bounds and lists are one value each. */
function fieldsOf(record: unknown): Map<string, string> {
  const fields = new Map<string, string>();
  const add = (value: unknown, path: readonly string[]) => {
    if (value === undefined) return;
    const bounds = boundsText(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value) || bounds) {
      fields.set(
        path.join('.'),
        bounds ?? (typeof value === 'string' ? value : JSON.stringify(value)),
      );
      return;
    }
    for (const [key, inner] of Object.entries(value)) add(inner, [...path, key]);
  };
  add(record, []);
  return fields;
}

/** Low and high as one text, where a value is nothing else. */
function boundsText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) {
    return undefined;
  }
  return 'low' in value && 'high' in value ? `${value.low}-${value.high}` : undefined;
}

/** powerUsageEffectiveness as "power usage effectiveness". */
function inWords(field: string): string {
  return field.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
