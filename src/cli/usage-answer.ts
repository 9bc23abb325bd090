import type { PackagedRelease } from '../library/packaged-release.ts';
import type { ReleaseCalculator } from '../library/release-calculator.ts';
import { rangeJson } from '../library/rounding.ts';
import { activityLines } from '../text/activity/activity-lines.ts';
import { activitySentences } from '../text/activity/activity-words.ts';
import type { Activity } from '../text/activity/read-activity.ts';
import { requestsDoubt } from '../text/activity/requests-doubt.ts';
import type { LeftOut } from '../text/activity/row-reader.ts';
import { usageWords } from '../text/token-amount.ts';
import { type Answer, about, circumstancesText, closing, figureText } from './answer.ts';
import { caveatsJson, caveatsOn } from './caveats.ts';
import type { CommandLine } from './command-line.ts';

/** Rows that are no usage: leaving them out leaves nothing out of a total. */
const NO_USAGE: ReadonlySet<LeftOut> = new Set<LeftOut>([
  'total',
  'header again',
  'nothing',
  'written again',
]);

/** No row of an export names a model with an estimate. */
export class NothingEstimated extends Error {}

/** What the usage of an export takes, by model and together. Throws NothingEstimated. */
export function answerUsage(
  asked: CommandLine,
  calculator: ReleaseCalculator,
  release: PackagedRelease,
  activity: Activity,
): Answer {
  const taken = activityLines(activity, { find: (name) => calculator.find(name) });
  const doubts = taken.lines.flatMap(({ id, workload }) => {
    const doubt = requestsDoubt(workload, calculator.model(id));
    return doubt === '' ? [] : [`${id}: ${doubt}`];
  });
  const sentences = [...activitySentences(activity, taken), ...doubts];
  if (taken.lines.length === 0) throw new NothingEstimated(sentences.join('\n'));
  const lines = taken.lines.map(({ id, workload }) => ({
    model: calculator.model(id),
    workload,
    ...calculator.total([{ id, workload }], asked.circumstances),
  }));
  const total = calculator.total(taken.lines, asked.circumstances);
  const rowsLost =
    activity.notJson > 0 ||
    activity.unnamed.length > 0 ||
    [...activity.leftOut].some(([why]) => !NO_USAGE.has(why));
  const isWhole =
    !rowsLost && taken.unmatched.named.length === 0 && taken.beyond.named.length === 0;
  return {
    text: [
      ...sentences,
      '',
      ...lines.map(
        ({ model, workload, gramsCO2e }) =>
          `  ${figureText(gramsCO2e)} gCO2e  ${model.id} (evidence: ${model.evidence}): ${usageWords(workload)}`,
      ),
      '',
      `All together${circumstancesText(asked)}`,
      '',
      `  ${figureText(total.gramsCO2e)} gCO2e`,
      `  ${figureText(total.wattHours)} Wh`,
      `  ${figureText(total.millilitresWater)} mL of water`,
      '',
      ...caveatsOn(lines.map(({ model }) => model)),
      ...closing(asked, release),
    ].join('\n'),
    json: {
      ...about(asked, release, 'of all that was read'),
      read: sentences,
      isWhole,
      notInTotal: [...taken.unmatched.named, ...taken.beyond.named],
      lines: lines.map(({ model, workload, ...figures }) => ({
        id: model.id,
        name: model.name,
        evidence: model.evidence,
        ...caveatsJson(model),
        tokens: workload,
        ...figuresJson(figures),
      })),
      total: figuresJson(total),
    },
    figures: [{ of: 'all together', gramsCO2e: total.gramsCO2e }],
    notCounted: isWhole ? undefined : 'some of the usage is not in the total, as said above.',
  };
}

function figuresJson({
  gramsCO2e,
  wattHours,
  millilitresWater,
}: ReturnType<ReleaseCalculator['total']>) {
  return {
    gramsCO2e: rangeJson(gramsCO2e),
    wattHours: rangeJson(wattHours),
    millilitresWater: rangeJson(millilitresWater),
  };
}
