import type { KnownRun } from '../../catalog/training/known-run.ts';
import type { TrainingPaperFile } from '../../catalog/training-paper.ts';
import type { TrainingTier } from '../../estimation/training/estimate.ts';
import { maskedHours, maskedOperations } from './masked-runs.ts';
import { PAPER_WAYS, paperFigures } from './paper-on-same-rows.ts';
import { type PrintedFigure, printedFigures } from './printed-figures.ts';
import { type Scored, scoresOf, type TrainingScores } from './scores.ts';

/** How the training estimates fared against what makers print and what Epoch AI quotes. */
export interface TrainingValidation {
  printed: readonly PrintedFigure[];
  /** Our ranges against printed tonnes, by how much was known; without the maker of most, too. */
  byTier: Readonly<
    Record<TrainingTier, { all: TrainingScores | undefined; others: TrainingScores | undefined }>
  >;
  /** The maker of most printed figures. */
  largestMaker: string;
  maskedHours: TrainingScores | undefined;
  maskedOperations: TrainingScores | undefined;
  /** The paper's four ways on the same printed figures; it gives no ranges. */
  paper: readonly { way: (typeof PAPER_WAYS)[number]; scores: TrainingScores | undefined }[];
}

/** Holds the method against all that is disclosed. Nothing of the printed figures is computed with. */
export function validateTraining(
  runs: readonly KnownRun[],
  paper: TrainingPaperFile,
): TrainingValidation {
  const printed = printedFigures(runs);
  const makers = Map.groupBy(printed, ({ maker }) => maker);
  const [largestMaker = ''] = [...makers]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([maker]) => maker);
  const scoredBy = (tier: TrainingTier, figures: readonly PrintedFigure[]) =>
    scoresOf(
      figures.flatMap(({ tonnes, byTier }): Scored[] => {
        const estimate = byTier[tier];
        return estimate === undefined ? [] : [{ known: tonnes, range: estimate.tonnesCO2e }];
      }),
    );
  const others = printed.filter(({ maker }) => maker !== largestMaker);
  const ofTier = (tier: TrainingTier) => ({
    all: scoredBy(tier, printed),
    others: scoredBy(tier, others),
  });
  return {
    printed,
    byTier: {
      hours: ofTier('hours'),
      operations: ofTier('operations'),
      parameters: ofTier('parameters'),
    },
    largestMaker,
    maskedHours: scoresOf(maskedHours(runs)),
    maskedOperations: scoresOf(maskedOperations(runs)),
    paper: PAPER_WAYS.map((way) => ({
      way,
      scores: scoresOf(
        printed.flatMap((figure): Scored[] => {
          const tonnes = paperFigures(figure, paper)[way];
          return tonnes === undefined
            ? []
            : [{ known: figure.tonnes, range: { low: tonnes, central: tonnes, high: tonnes } }];
        }),
      ),
    })),
  };
}
