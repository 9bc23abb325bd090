/** What models are trained for, in the few kinds that readers look for. */
export const TRAINING_DOMAINS = ['language', 'pictures', 'speech', 'science', 'other'] as const;
export type TrainingDomain = (typeof TRAINING_DOMAINS)[number];

const KIND_OF: Readonly<Record<string, TrainingDomain>> = {
  Language: 'language',
  'Image generation': 'pictures',
  Vision: 'pictures',
  Video: 'pictures',
  '3D modeling': 'pictures',
  Speech: 'speech',
  Audio: 'speech',
  Biology: 'science',
  Medicine: 'science',
  'Materials science': 'science',
  'Earth science': 'science',
  Mathematics: 'science',
};

/** The kind of a run from the domains of its row: language where it is among them, else the first. */
export function domainOf(domains: readonly string[]): TrainingDomain {
  const kinds = domains.flatMap((domain) => KIND_OF[domain] ?? []);
  return kinds.includes('language') ? 'language' : (kinds[0] ?? 'other');
}
