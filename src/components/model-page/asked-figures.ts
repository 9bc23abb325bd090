import { type Asked, areAsPublished, askedOf, isAsPublished } from '../../query/asked.ts';
import { AS_SERVED_STATE, isAsServed, type ScenarioState } from '../../query/asked-scenario.ts';
import { functionalUnitOf } from '../../query/asked-words.ts';
import { estimatesFor } from '../../query/estimates.ts';
import type { PanelFigures } from './panel-figures.ts';

/** What an address asks; undefined where that is what is published. Rejects with UnreadFile. */
export async function askedOfModel(search: string): Promise<Asked | undefined> {
  const asked = await askedOf(search);
  return isAsPublished(asked) ? undefined : asked;
}

/** The figures of a model as they are asked for. Rejects with the reason where it has none. */
export async function askedFigures(id: string, wish: Asked): Promise<PanelFigures> {
  const estimateUnder = async (scenario: ScenarioState) => {
    const { estimates, leftOut } = await estimatesFor({
      asked: { ...wish, scenario },
      ids: [id],
      everyKind: true,
    });
    const { asked, everyKind } = estimates.get(id) ?? {};
    if (asked === undefined || everyKind === undefined) {
      throw new Error(leftOut.get(id) ?? 'This model is not among the published inputs');
    }
    return { asked: asked.gramsCO2e, everyKind };
  };
  const { asked, everyKind } = await estimateUnder(wish.scenario);
  const served = isAsServed(wish.scenario) ? undefined : await estimateUnder(AS_SERVED_STATE);
  return {
    functionalUnit: functionalUnitOf(wish),
    unit: wish.unit,
    isPublished: areAsPublished(wish),
    asked,
    everyKind,
    asServed: served?.asked,
  };
}
