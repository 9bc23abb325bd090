import { makeBadge } from 'badge-maker';
import type { ReleasedModel } from '../release/release.ts';
import { quantityText, rangeText } from '../text/numbers.ts';
import { onPaper } from '../ui/palette.ts';

/** A badge as shields.io describes one; never without the range. */
export interface Badge {
  label: string;
  message: string;
  color: string;
}

/** What the range of a badge is of. */
export const BADGE_LABEL = 'gCO2e per 1k output tokens';
/** One for all: a colour that ranks would say more than the range does. */
export const BADGE_COLOUR = '#5b646d';

/** What the badge of a model says. */
export function badgeOf({
  perThousandOutputTokens: { gramsCO2e },
  emissionClass: { place, of },
}: Pick<ReleasedModel, 'perThousandOutputTokens' | 'emissionClass'>): Badge {
  return {
    label: BADGE_LABEL,
    message: `${quantityText(gramsCO2e.central)} (${rangeText(gramsCO2e)}), class ${place} of ${of}`,
    color: BADGE_COLOUR,
  };
}

/** The badge as an SVG picture. */
export function badgeSvg(badge: Badge): string {
  return makeBadge({ ...badge, labelColor: onPaper('ink'), style: 'flat-square' });
}
