import type { Range } from '../../estimation/ranges.ts';
import { AGAINST_WORDS, type Against } from '../../query/against.ts';
import { type Asked, areAsPublished } from '../../query/asked.ts';
import { modelHeldAgainst, withoutFigure } from '../../query/choice.ts';
import { type AskedEstimates, estimatesFor } from '../../query/estimates.ts';
import { rangeIn } from '../../query/in-mass-unit.ts';
import { publishedFile } from '../../query/published-file.ts';

/** What can stand in the table in place of what is published. */
export interface ShownFigures {
  /** By id; the place of a model's class where it was computed. */
  figures: ReadonlyMap<string, { range: Range; place?: number | undefined }>;
  /** What they are multiples of, in words; empty where they are masses, in the unit asked for. */
  against: string;
  /** The id of the model that they are multiples of, where it is the one in use. */
  inUse?: string | undefined;
  /** What they were computed with, where they were. */
  computed?: AskedEstimates;
}

/** Of which models, and what the link says besides. */
interface Held {
  ids: readonly string[];
  search: string;
  everyKind: boolean;
}

/**
 * Figures as asked: in the unit asked for, or multiples of what they are held against, draw by draw, so that what is
 * common to two models cancels. Rejects where they cannot be had, and where there is nothing to hold
 * them against.
 */
export async function figuresAgainst(
  against: Against | '',
  asked: Asked,
  { ids, search, everyKind }: Held,
): Promise<ShownFigures> {
  if (against === 'typical' && areAsPublished(asked)) return againstTypicalAsPublished(ids);
  const inUse = against === 'now' ? await modelHeldAgainst(search) : undefined;
  const computed = await estimatesFor({ asked, ids, everyKind, standing: true, inUse: inUse?.id });
  if (inUse !== undefined && !computed.estimates.has(inUse.id)) {
    throw withoutFigure(inUse);
  }
  const figures = [...computed.estimates].flatMap(([id, { asked: figure, standing }]) => {
    const range = {
      '': rangeIn(asked.unit, figure.gramsCO2e),
      typical: standing?.timesTypicalModel,
      now: standing?.timesModelInUse,
    }[against];
    const place = standing?.emissionClass.place;
    return range === undefined ? [] : [[id, { range, place }] as const];
  });
  return {
    figures: new Map(figures),
    against: against === 'now' ? (inUse?.name ?? '') : against && AGAINST_WORDS[against],
    inUse: inUse?.id,
    computed,
  };
}

async function againstTypicalAsPublished(ids: readonly string[]): Promise<ShownFigures> {
  const { models } = await publishedFile('/api/v1/index-columns.json');
  const figures = ids.flatMap((id) => {
    const range = models[id]?.timesTypicalModel;
    return range === undefined ? [] : [[id, { range }] as const];
  });
  return { figures: new Map(figures), against: AGAINST_WORDS.typical };
}
