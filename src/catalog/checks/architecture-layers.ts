import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { modelRecords } from './model-records.ts';

/** Attention layers are layers, a sliding window belongs to sliding layers, and no more experts work than exist. */
export function architectureLayers(data: Pick<CatalogData, 'makers'>): Problem[] {
  return modelRecords(data).flatMap(({ facts: { architecture }, at }) => {
    if (architecture === undefined) return [];
    const { layers, fullAttentionLayers, slidingWindowLayers, slidingWindowTokens } = architecture;
    const { routedExperts, activeExperts, hybridStateSpace } = architecture;
    const problems: Problem[] = [];
    const report = (field: string, message: string) =>
      problems.push({ ...at, field: `architecture.${field}`, message });

    const attention = fullAttentionLayers + slidingWindowLayers;
    if (attention > layers) {
      report(
        'layers',
        `${layers}, but ${fullAttentionLayers} full and ${slidingWindowLayers} sliding layers make ${attention}; expected no more than layers`,
      );
    }
    if (attention < layers && !hybridStateSpace) {
      report(
        'fullAttentionLayers',
        `only ${attention} of ${layers} layers have attention; expected all, or hybridStateSpace: true`,
      );
    }
    if (slidingWindowLayers > 0 !== slidingWindowTokens > 0) {
      report(
        'slidingWindowTokens',
        `${slidingWindowTokens} with ${slidingWindowLayers} sliding layers; expected both or neither`,
      );
    }
    if ((routedExperts === undefined) !== (activeExperts === undefined)) {
      report(
        'routedExperts',
        `${routedExperts ?? 'nothing'} with activeExperts ${activeExperts ?? 'nothing'}; expected both or neither`,
      );
    }
    if (
      routedExperts !== undefined &&
      activeExperts !== undefined &&
      activeExperts > routedExperts
    ) {
      report(
        'activeExperts',
        `${activeExperts} of ${routedExperts} routed experts; expected active <= routed, check whether the two are swapped`,
      );
    }
    return problems;
  });
}
