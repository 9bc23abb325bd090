import { makeBadge } from 'badge-maker';
import type { ReleasedModel } from '../release/release.ts';
import { quantityText, rangeText } from '../text/numbers.ts';
import { onPaper } from '../ui/palette.ts';

/** A badge as shields.io describes one; never without the range. */
export interface Badge {
  label: string;
  message: string;
  /** One for all: a colour that ranks would say more than the range does. */
  color: string;
}

/** What the badge of a model says. */
export function badgeOf({
  perThousandOutputTokens: { gramsCO2e },
  emissionClass: { place, of },
}: Pick<ReleasedModel, 'perThousandOutputTokens' | 'emissionClass'>): Badge {
  return {
    label: 'gCO2e per 1k output tokens',
    message: `${quantityText(gramsCO2e.central)} (${rangeText(gramsCO2e)}), class ${place} of ${of}`,
    color: '#5b646d',
  };
}

/** The badge as an SVG picture. */
export function badgeSvg(badge: Badge): string {
  return makeBadge({ ...badge, labelColor: onPaper('ink'), style: 'flat-square' });
}
