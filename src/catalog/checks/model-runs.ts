import { MILLISECONDS_PER_DAY } from '../../library/days.ts';
import { recordOf } from '../facts-of.ts';
import { modelIdParts } from '../model-id.ts';
import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { sizesInName } from '../size-from-name.ts';
import { daysFromName } from '../training/day-in-name.ts';
import { MODEL_RUNS_FILE, type ModelRunRow } from '../training-model-run.ts';
import type { RunRow } from '../training-run.ts';

/** A run and its release may be published so many days apart. */
const MOST_DAYS = 45;
/** A list may hold a model late; so late, it is likely another one of the same name. */
const MOST_DAYS_LATE = 366;
/** Names round, and a few count without their embeddings. */
const MOST_TIMES = 1.35;
const PARAMETERS_PER_BILLION = 1e9;

/**
 * A model that a run made is not joined to another one than its name says: neither where a run of the
 * model's own name stands in the table or is what that run starts from, nor where the day or the size in
 * the name is another, nor to another run than its own repository.
 */
export function runsFitTheirModels({
  training,
  makers,
}: Pick<CatalogData, 'training' | 'makers'>): Problem[] {
  const names = new Map(
    training.runs.flatMap(({ name, bases }) => [name, ...bases]).map((name) => [plain(name), name]),
  );
  const runOf = new Map(training.modelRuns.map((row) => [row.model.toLowerCase(), row]));
  return joined(training).flatMap(({ model, run }) => {
    const { slug } = modelIdParts(model);
    const own = names.get(plain(slug));
    if (own !== undefined && plain(slug) !== plain(withoutBrackets(run.name))) {
      return problem(model, `${run.name} made it, though ${own} is a run of its own name`);
    }
    const days = daysFromName(slug, run.published);
    if (days !== undefined && Math.abs(days) > MOST_DAYS) {
      return problem(model, `its name says a day far from ${run.published}, that of ${run.name}`);
    }
    const { total } = sizesInName(slug.toLowerCase());
    const times = total && run.parameters && run.parameters / (total * PARAMETERS_PER_BILLION);
    if (times !== undefined && Math.max(times, 1 / times) > MOST_TIMES) {
      return problem(model, `its name says another size than the ${run.parameters} of ${run.name}`);
    }
    const repository = recordOf({ id: model }, { makers })?.huggingFaceId?.toLowerCase();
    const other = repository === undefined ? undefined : runOf.get(repository);
    return other === undefined || other.run === run.id || other.relation !== 'same'
      ? []
      : problem(model, `its repository ${other.model} is joined to ${other.run}`);
  });
}

/** Whether a list has a model before its run was published, or so long after that it may be another one. */
export function listedWithTheirRuns({
  training,
  modelList,
}: Pick<CatalogData, 'training' | 'modelList'>): Problem[] {
  const created = new Map(modelList.models.map((model) => [model.id, model.created]));
  return joined(training).flatMap(({ model, run }) => {
    const day = created.get(model);
    if (day === undefined) return [];
    const days = (Date.parse(day) - Date.parse(run.published)) / MILLISECONDS_PER_DAY;
    return days >= -MOST_DAYS && days <= MOST_DAYS_LATE
      ? []
      : problem(model, `OpenRouter has it since ${day}, and ${run.name} is of ${run.published}`);
  });
}

/** The models that a run made, each with it; runs that do not exist are another check's problem. */
function joined({ modelRuns, runs }: CatalogData['training']): { model: string; run: RunRow }[] {
  const byId = new Map(runs.map((run) => [run.id, run]));
  return modelRuns.flatMap(({ model, run: id, relation }: ModelRunRow) => {
    const run = byId.get(id);
    return run === undefined || relation !== 'same' ? [] : [{ model, run }];
  });
}

function problem(model: string, found: string): Problem[] {
  const message = `${found}; expected the run that made this very model, or relation tuned; correct it or leave it out`;
  return [{ file: MODEL_RUNS_FILE, record: model, field: 'run', message }];
}

/** A later release of a run has its month in brackets. */
function withoutBrackets(name: string): string {
  return name.replaceAll(/\(.*?\)/g, '').trim();
}

/** A name in letters and digits alone, without what says that it was tuned to follow instructions, or was not. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[-_\s](?:instruct|chat|it|base|pt|hf|bf16)(?![a-z0-9])/g, '')
    .replaceAll(/[^a-z0-9]/g, '');
}
