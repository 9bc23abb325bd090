import { QUALITY_INDICES, type QualityIndex } from '../../library/quality-level.ts';
import type { FrontierWorkload } from '../../release/release-frontier.ts';

/** One page of the frontier: an index against the carbon of a workload. */
export interface FrontierView {
  index: QualityIndex;
  workload: FrontierWorkload;
}

/** The indices by the names that Artificial Analysis gives them. */
export const INDEX_NAME: Readonly<Record<QualityIndex, string>> = {
  intelligence: 'Artificial Analysis Intelligence Index',
  coding: 'Artificial Analysis Coding Index',
  agentic: 'Artificial Analysis Agentic Index',
};

const WORKLOADS = ['tokens', 'request'] as const satisfies readonly FrontierWorkload[];

/** What stands at /frontier/ itself. */
const DEFAULT_VIEW: FrontierView = { index: 'intelligence', workload: 'tokens' };

/** Every page there is. */
export const FRONTIER_VIEWS: readonly FrontierView[] = QUALITY_INDICES.flatMap((index) =>
  WORKLOADS.map((workload) => ({ index, workload })),
);

/** What follows /frontier/ in a view's address: undefined for the default, else `coding/request`. */
export function viewParameter({ index, workload }: FrontierView): string | undefined {
  const parts = [
    ...(index === DEFAULT_VIEW.index ? [] : [index]),
    ...(workload === DEFAULT_VIEW.workload ? [] : [workload]),
  ];
  return parts.length === 0 ? undefined : parts.join('/');
}

/** The address of a view. */
export function viewPath(view: FrontierView): string {
  const parameter = viewParameter(view);
  return parameter === undefined ? '/frontier/' : `/frontier/${parameter}/`;
}
