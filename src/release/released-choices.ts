import { type ChosenModel, chooseLowest } from '../estimation/choice.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../estimation/workload.ts';
import { QUALITY_INDICES, type QualityIndex, type QualityLevel } from '../library/quality-level.ts';
import type { Release, ReleasedModel } from './release.ts';
import type { ColumnOf } from './workload-columns.ts';

/** One of the models that score so much, with what it scores. */
export interface ReleasedChosen extends Omit<ChosenModel, 'candidate'> {
  model: ReleasedModel;
  quality: number;
}

/** Which models that score so much emit least, per output token. */
export interface ReleasedChoice {
  level: QualityLevel;
  /** All that score so much. */
  candidates: readonly ReleasedModel[];
  /** Among how many of the lowest a model is counted. */
  places: number;
  /** The first is the answer. */
  chosen: [ReleasedChosen, ...ReleasedChosen[]];
  /** The model that emits most of them, which the others are held against. */
  highest: ReleasedChosen;
}

/** Levels stand in such steps, from the second on. */
const STEP = 10;
/** A level that fewer models reach is no choice. */
const FEWEST = 3;

/** The levels of an index that at least three models reach, the lowest first. */
export function levelsOf(index: QualityIndex, models: readonly ReleasedModel[]): QualityLevel[] {
  const levels: QualityLevel[] = [];
  for (let least = 2 * STEP; reaching({ index, least }, models).length >= FEWEST; least += STEP) {
    levels.push({ index, least });
  }
  return levels;
}

/** The models that score at least so much; one that is sold under several terms stands once. */
function reaching(
  { index, least }: QualityLevel,
  models: readonly ReleasedModel[],
): ReleasedModel[] {
  const able = models.filter(({ listed }) => (listed.artificialAnalysis?.[index] ?? -1) >= least);
  return able.filter(({ soldAs }) => !able.some(({ id }) => id === soldAs));
}

/** The choice at every level of every index. An index that too few models have is left out. */
export function releasedChoices({ models }: Release, columnOf: ColumnOf): ReleasedChoice[] {
  return QUALITY_INDICES.flatMap((index) =>
    levelsOf(index, models).flatMap((level) => {
      const candidates = reaching(level, models);
      const choice = chooseLowest(
        candidates.map((model) => columnOf(model, PER_THOUSAND_OUTPUT_TOKENS)),
      );
      if (choice === undefined) return [];
      const released = ({ candidate, ...one }: ChosenModel): ReleasedChosen[] => {
        const model = candidates[candidate];
        const quality = model?.listed.artificialAnalysis?.[index];
        return model === undefined || quality === undefined ? [] : [{ ...one, model, quality }];
      };
      const [answer, ...others] = choice.chosen.flatMap(released);
      const [highest] = released(choice.highest);
      return answer === undefined || highest === undefined
        ? []
        : [{ level, candidates, places: choice.places, chosen: [answer, ...others], highest }];
    }),
  );
}

/** From so many models on a choice is worth the name. */
const ENOUGH = 10;

/** The choice that the index begins with: of the highest level that leaves enough to choose from. */
export function firstChoice(choices: readonly ReleasedChoice[]): ReleasedChoice | undefined {
  const general = choices.filter(({ level }) => level.index === 'intelligence');
  return general.findLast(({ candidates }) => candidates.length >= ENOUGH) ?? general.at(-1);
}
