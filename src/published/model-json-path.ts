/**
 * Where a model's own file lies. A variant's colon becomes an equals sign, which no id holds: not
 * every file system and tool takes a colon in a file's name.
 */
export function modelJsonPath(id: string): `/api/v1/models/${string}.json` {
  return `/api/v1/models/${modelJsonName(id)}.json`;
}

/** The same without folder and ending, as the route's parameter. */
export function modelJsonName(id: string): string {
  return id.replaceAll(':', '=');
}
