import type { Architecture, LayerGroup, ModelFacts, Parameters } from '../catalog/maker.ts';

/** A field in which a record and the Hub are not of one mind. */
export interface Difference {
  /** Within the record, dotted. */
  field: string;
  recorded: string;
  found: string;
}

/** Sizes round: so near they agree. */
const ROUNDING = 0.01;

/**
 * Where a record and what was read of the same model differ, field by field. What was not found is no
 * difference; what is not recorded is one. `architecture` is the one that holds for the record, its own or
 * that of another model.
 */
export function differencesOf(
  recorded: ModelFacts,
  architecture: Architecture | undefined,
  found: ModelFacts,
): Difference[] {
  return [
    ...changed('weights', recorded.weights, found.weights),
    ...changed('huggingFaceId', recorded.huggingFaceId, found.huggingFaceId, sameName),
    ...sizeChanged('totalBillions', recorded, found),
    ...sizeChanged('activeBillions', recorded, found),
    ...formatChanged(recorded, found),
    ...changed('architecture.layers', architecture?.layers, found.architecture?.layers),
    ...changed('architecture.hiddenSize', architecture?.hiddenSize, found.architecture?.hiddenSize),
    ...changed(
      'architecture.layersByKind',
      inOrder(architecture?.layersByKind),
      inOrder(found.architecture?.layersByKind),
      sameText,
    ),
    ...(['routed', 'active', 'shared'] as const).flatMap((field) =>
      changed(
        `architecture.experts.${field}`,
        architecture?.experts?.[field],
        found.architecture?.experts?.[field],
      ),
    ),
  ];
}

function changed<Value>(
  field: string,
  recorded: Value | undefined,
  found: Value | undefined,
  agree: (a: Value, b: Value) => boolean = Object.is,
): Difference[] {
  if (found === undefined || (recorded !== undefined && agree(recorded, found))) return [];
  return [{ field, recorded: textOf(recorded), found: textOf(found) }];
}

function sizeChanged(
  field: 'totalBillions' | 'activeBillions',
  recorded: ModelFacts,
  found: ModelFacts,
): Difference[] {
  const [difference] = changed<Parameters['totalBillions']>(
    `parameters.${field}`,
    recorded.parameters?.[field],
    found.parameters?.[field],
    near,
  );
  const note = found.parameters?.note;
  if (difference === undefined) return [];
  return [
    note === undefined ? difference : { ...difference, found: `${difference.found} (${note})` },
  ];
}

function near(recorded: Parameters['totalBillions'], found: Parameters['totalBillions']): boolean {
  const { low, high } = boundsOf(recorded);
  const other = boundsOf(found);
  return low <= other.high * (1 + ROUNDING) && other.low <= high * (1 + ROUNDING);
}

function boundsOf(size: Parameters['totalBillions']): { low: number; high: number } {
  return typeof size === 'number' ? { low: size, high: size } : size;
}

/** A maker may release a model in several formats: any of them agrees. */
function formatChanged({ precision }: ModelFacts, found: ModelFacts): Difference[] {
  const format = found.precision?.format;
  if (format !== undefined && precision?.alsoReleased?.includes(format)) return [];
  return changed('precision.format', precision?.format, format);
}

/** Groups of layers with their fields, in an order that says nothing. */
function inOrder(groups: readonly LayerGroup[] | undefined): string[] | undefined {
  return groups
    ?.map((group) =>
      JSON.stringify(
        Object.fromEntries(Object.entries(group).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      ),
    )
    .toSorted();
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function sameText(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join();
}

function textOf(value: unknown): string {
  if (value === undefined) return 'not recorded';
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
