import { casesText } from '../library/cases-text.ts';
import { groupedBy } from '../library/model-spellings.ts';
import type { PackagedModel, PackagedRelease } from '../library/packaged-release.ts';
import type { ReleaseCalculator } from '../library/release-calculator.ts';
import { rangeJson } from '../library/rounding.ts';
import {
  type Answer,
  about,
  closing,
  figureText,
  listText,
  readAs,
  unitText,
  workloadText,
} from './answer.ts';
import { caveatsJson, caveatsOn } from './caveats.ts';
import type { CommandLine } from './command-line.ts';

/** What one request takes with one model. Throws what the calculator throws. */
export function answerEstimate(
  asked: CommandLine,
  calculator: ReleaseCalculator,
  release: PackagedRelease,
): Answer {
  const [text = ''] = asked.names;
  const model = calculator.model(text);
  const { id, name, evidence } = model;
  const { gramsCO2e, wattHours, millilitresWater } = calculator.estimate(
    id,
    asked.request,
    asked.circumstances,
  );
  return {
    text: [
      ...readAs(asked.names, calculator),
      `${name} (${id}), evidence: ${evidence}`,
      workloadText(asked, release),
      '',
      `  ${figureText(gramsCO2e)} gCO2e`,
      `  ${figureText(wattHours)} Wh`,
      `  ${figureText(millilitresWater)} mL of water`,
      '',
      ...caveatsOn([model]),
      ...closing(asked, release),
    ].join('\n'),
    json: {
      ...about(asked, release, unitText(asked, release)),
      request: asked.request,
      asked: text,
      id,
      name,
      evidence,
      ...caveatsJson(model),
      gramsCO2e: rangeJson(gramsCO2e),
      wattHours: rangeJson(wattHours),
      millilitresWater: rangeJson(millilitresWater),
    },
    figures: [{ of: id, gramsCO2e }],
  };
}

/** What one request emits with each model, and with what probability one emits less than another. */
export function answerComparison(
  asked: CommandLine,
  calculator: ReleaseCalculator,
  release: PackagedRelease,
): Answer {
  const askedById = groupedBy(asked.names, (text) => [calculator.model(text).id]);
  const ids = [...askedById.keys()];
  const models = [...askedById].map(([id, texts]) => {
    const model = calculator.model(id);
    const { name, evidence, huggingFaceId } = model;
    const { gramsCO2e } = calculator.estimate(id, asked.request, asked.circumstances);
    return { id, name, asked: texts, evidence, ...caveatsJson(model), huggingFaceId, gramsCO2e };
  });
  const all = models.flatMap((first, position) =>
    models.slice(position + 1).map((second) => ({ first, second })),
  );
  const same = all.filter(({ first, second }) => calculator.isOneModel(first.id, second.id));
  const pairs = all
    .filter((pair) => !same.includes(pair))
    .map(({ first, second }) => ({
      first,
      second,
      ...calculator.compare(first.id, second.id, asked.request, asked.circumstances),
    }));
  return {
    text: [
      ...readAs(asked.names, calculator),
      ...models.flatMap(({ id, asked: texts }) =>
        texts.length < 2 ? [] : [`${listText(texts)} are one model, ${id}.`],
      ),
      ...same.map(
        ({ first, second }) =>
          `${first.id} and ${second.id} are one model under two terms of sale: all their figures are the same.`,
      ),
      ...pairs.flatMap(({ first, second }) => sameWeightsText(first, second)),
      workloadText(asked, release),
      '',
      ...models.map(
        ({ id, evidence, gramsCO2e }) =>
          `  ${figureText(gramsCO2e)} gCO2e  ${id} (evidence: ${evidence})`,
      ),
      '',
      ...pairs.map(
        ({ first, second, probabilityLess, probabilityLessServedAlike, ratio }) =>
          `  ${first.id} emits less than ${second.id} in ${casesText(probabilityLess)} cases as each is served, in ${casesText(probabilityLessServedAlike)} if both were served alike; it emits ${figureText(ratio)} times as much`,
      ),
      ...(ids.length < 2 ? ['  There is nothing to compare: it is one model.'] : []),
      '',
      ...caveatsOn(models),
      ...closing(asked, release),
    ].join('\n'),
    json: {
      ...about(asked, release, unitText(asked, release)),
      request: asked.request,
      models: models.map(({ huggingFaceId: _, ...model }) => ({
        ...model,
        gramsCO2e: rangeJson(model.gramsCO2e),
      })),
      oneModel: same.map(({ first, second }) => [first.id, second.id]),
      comparisons: pairs.map(
        ({ first, second, probabilityLess, probabilityLessServedAlike, ratio }) => ({
          first: first.id,
          second: second.id,
          probabilityFirstEmitsLess: Number(probabilityLess.toFixed(4)),
          probabilityFirstEmitsLessServedAlike: Number(probabilityLessServedAlike.toFixed(4)),
          firstOverSecond: rangeJson(ratio),
        }),
      ),
    },
    figures: models.map(({ id, gramsCO2e }) => ({ of: id, gramsCO2e })),
  };
}

type Weights = Pick<PackagedModel, 'id' | 'huggingFaceId'>;

function sameWeightsText(first: Weights, second: Weights): string[] {
  const { huggingFaceId } = first;
  return huggingFaceId === undefined || huggingFaceId !== second.huggingFaceId
    ? []
    : [
        `${first.id} and ${second.id} have the same weights, ${huggingFaceId}: they differ in how they are served.`,
      ];
}
