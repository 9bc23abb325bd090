import type { Against } from '../../query/against.ts';
import { AS_PUBLISHED, type Asked } from '../../query/asked.ts';

/** What the figures in the table are, which need not be what the address asks for. */
export interface StandingFigures {
  asked: Asked;
  /** What they are multiples of; empty where they are masses. */
  against: Against | '';
  /** The id of the model that they are multiples of, where it is the one in use. */
  inUse?: string | undefined;
}

/** Those that the server has drawn. */
export const DRAWN_FIGURES: StandingFigures = { asked: AS_PUBLISHED, against: '' };
