import { QUALITY_INDICES, type QualityIndex } from '../../library/quality-level.ts';

/** The indices by the names that Artificial Analysis gives them. */
export const INDEX_NAME: Readonly<Record<QualityIndex, string>> = {
  intelligence: 'Artificial Analysis Intelligence Index',
  coding: 'Artificial Analysis Coding Index',
  agentic: 'Artificial Analysis Agentic Index',
};

/** What stands at /frontier/ itself. */
const [DEFAULT_INDEX] = QUALITY_INDICES;

/** What follows /frontier/ in the address of an index's page: undefined for the first. */
export function indexParameter(index: QualityIndex): string | undefined {
  return index === DEFAULT_INDEX ? undefined : index;
}

/** The address of an index's page. */
export function frontierPath(index: QualityIndex): string {
  return index === DEFAULT_INDEX ? '/frontier/' : `/frontier/${index}/`;
}

/** "an intelligence index". */
export function anIndex(index: QualityIndex): string {
  return `${index === 'coding' ? 'a' : 'an'} ${index} index`;
}
