import { shortNameOf } from '../library/model-names.ts';
import type { PackagedRelease } from '../library/packaged-release.ts';
import type { Recommended } from '../library/recommendation.ts';
import type { ReleaseCalculator } from '../library/release-calculator.ts';
import { rangeJson } from '../library/rounding.ts';
import { againstSentence, amongLowestText, pricedNote } from '../text/choice.ts';
import {
  type Answer,
  about,
  closing,
  figureText,
  readAs,
  unitText,
  workloadText,
} from './answer.ts';
import { caveatsJson, caveatsOn } from './caveats.ts';
import type { CommandLine } from './command-line.ts';

/** No model is known to do all that is asked. */
export class NoneFits extends Error {}

/** Which models that can do what is needed emit least, as the site chooses. Throws NoneFits. */
export function answerRecommendation(
  asked: CommandLine,
  calculator: ReleaseCalculator,
  release: PackagedRelease,
): Answer {
  const { needs, request, circumstances, inUse } = asked;
  const found = calculator.recommend(needs, request, circumstances, inUse);
  if (found === undefined) {
    throw new NoneFits(
      'No model is known to do all of this; fewer demands leave more to choose from',
    );
  }
  const { candidates, places, chosen, highest } = found;
  const [answer] = chosen;
  const used = inUse === undefined ? undefined : calculator.model(inUse);
  const priced = candidates.filter(({ evidence }) => evidence === 'price').length;
  const reference = used ?? highest.model;
  const shown = [...new Set([...chosen.map(({ model }) => model), highest.model])];
  return {
    text: [
      ...readAs(inUse === undefined ? [] : [inUse], calculator),
      `${answer.model.name} (${answer.model.id}) is ${amongLowestText(answer.amongLowest, places)}, of ${candidates.length} ${candidates.length === 1 ? 'model' : 'models'} that can do this.`,
      ...againstText(answer, reference, used === undefined),
      pricedNote(priced, candidates.length),
      workloadText(asked, release),
      '',
      ...chosen.map(
        ({ model, gramsCO2e, amongLowest }) =>
          `  ${figureText(gramsCO2e)} gCO2e  ${model.id} (evidence: ${model.evidence}), ${amongLowestText(amongLowest, places)}`,
      ),
      ...(chosen.some(({ model }) => model.id === highest.model.id)
        ? []
        : [
            `  ${figureText(highest.gramsCO2e)} gCO2e  ${highest.model.id} (evidence: ${highest.model.evidence}), emits most`,
          ]),
      '',
      ...caveatsOn(shown),
      ...closing(asked, release),
    ].join('\n'),
    json: {
      ...about(asked, release, unitText(asked, release)),
      request,
      needs,
      candidates: candidates.map(({ id }) => id),
      amongLowest: places,
      heldAgainst: reference.id,
      chosen: chosen.map(chosenJson),
      highest: chosenJson(highest),
    },
    figures: [{ of: answer.model.id, gramsCO2e: answer.gramsCO2e }],
  };
}

function againstText(
  { model, against }: Recommended,
  reference: { id: string; name: string },
  emitsMost: boolean,
): string[] {
  if (model.id === reference.id) return emitsMost ? [] : ['It is the model that you use now.'];
  const name = shortNameOf(reference.name);
  return [againstSentence(emitsMost ? `${name}, which emits most of these,` : name, against)];
}

function chosenJson({ model, gramsCO2e, amongLowest, against }: Recommended) {
  return {
    id: model.id,
    name: model.name,
    evidence: model.evidence,
    ...caveatsJson(model),
    gramsCO2e: rangeJson(gramsCO2e),
    probabilityAmongLowest: Number(amongLowest.toFixed(4)),
    probabilityLessThanReference: Number(against.probabilityLess.toFixed(4)),
    overReference: rangeJson(against.ratio),
  };
}
