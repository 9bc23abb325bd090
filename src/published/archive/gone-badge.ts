import { quantityText, rangeText } from '../../text/numbers.ts';
import { BADGE_COLOUR, BADGE_LABEL, type Badge } from '../badge.ts';
import type { GoneModel } from './history.ts';

/** What the badge of a model says that has no figure any more. */
export function goneBadgeOf({ model, last, withdrawn }: GoneModel): Badge {
  const { gramsCO2e } = model.perThousandOutputTokens;
  return {
    label: BADGE_LABEL,
    message:
      withdrawn === undefined
        ? `${quantityText(gramsCO2e.central)} (${rangeText(gramsCO2e)}) on ${last.date}, has left the list`
        : 'no figure any more',
    color: BADGE_COLOUR,
  };
}
