import { modelJsonName } from '../../published/model-json-path.ts';
import type { Release, ReleasedModel } from '../../release/release.ts';
import { evidenceMeaning } from '../../text/evidence.ts';
import { axisFor } from '../../ui/chart/log-axis.ts';
import type { CardProps } from './RangeCard.tsx';

/** The card of pages that are about no single figure. */
export const SITE_CARD = 'site';

/** What the card of a model's page is called. */
export function modelCard(id: string): string {
  return `models/${modelJsonName(id)}`;
}

/** Every card of a release by its name. All models share one axis, so that cards compare. */
export function cardsOf({ models, release, methodVersion }: Release): [string, CardProps][] {
  const axis = axisFor(models.map((model) => model.perThousandOutputTokens.gramsCO2e));
  const foot = `Release ${release}, method ${methodVersion}. Nine in ten computed cases lie within the range.`;
  const card = (model: ReleasedModel): CardProps => ({
    title: model.shortName,
    line: `${model.makerName} · ${model.evidence}: ${evidenceMeaning(model)}`,
    foot,
    figure: { range: model.perThousandOutputTokens.gramsCO2e, evidence: model.evidence, axis },
  });
  return [
    [
      SITE_CARD,
      {
        title: 'How much carbon a thousand tokens emit',
        line: `How sure we are, and why: ${models.length} models on OpenRouter, each a range with its reasons.`,
        foot,
      },
    ],
    ...models.map((model): [string, CardProps] => [modelCard(model.id), card(model)]),
  ];
}
