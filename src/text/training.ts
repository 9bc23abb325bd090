import type { EvidenceTier } from '../estimation/tier.ts';
import type { TrainingTier } from '../estimation/training/estimate.ts';

/** What an estimate of a training rests on, in a column's words. */
export const TRAINING_TIER_WORDS = {
  hours: 'hours or energy',
  operations: 'operations',
  parameters: 'size alone',
} as const satisfies Record<TrainingTier, string>;

/** The same in a sentence. */
export const TRAINING_TIER_MEANING = {
  hours:
    'the hours of its accelerators or its electricity stand in its maker’s statement or in Epoch AI’s table',
  operations:
    'its floating-point operations stand in Epoch AI’s table, as stated or as estimated; the hours are computed',
  parameters:
    'only the size of the model is known; how long it was trained is what such models mostly take',
} as const satisfies Record<TrainingTier, string>;

/** Whose grid a run is counted on, which is not always known to be where it was trained. */
export const GRID_COUNTRY_MEANING =
  'the country whose grid is counted: where it was trained, if that is stated, else the country of the maker';

/**
 * The pattern of a bar: the less is known, the less ink, as for models. None is solid, which says that a
 * thing was measured.
 */
export const TRAINING_PATTERN = {
  hours: 'architecture',
  operations: 'parameters',
  parameters: 'price',
} as const satisfies Record<TrainingTier, EvidenceTier>;

/** What models are trained for, as headings and filters say it. */
export const DOMAIN_WORDS = {
  language: 'Language',
  pictures: 'Pictures and video',
  speech: 'Speech and audio',
  science: 'Science',
  other: 'Games, robots and others',
} as const;

/** Whether weights can be had. */
export const ACCESS_WORDS = {
  open: 'open weights',
  restricted: 'open weights, with terms',
  closed: 'closed',
  unknown: 'weights: not known',
} as const;
