import type { Problem } from './problem.ts';
import { type FileResult, readCsv, readYaml } from './read-file.ts';
import { SourceFile } from './source.ts';
import { TRAINING_ACCELERATORS_FILE, TrainingAcceleratorFile } from './training-accelerator.ts';
import { LINEAGE_FILE, LineageFile } from './training-lineage.ts';
import { MODEL_RUNS_FILE, type ModelRunRow, ModelRunRows } from './training-model-run.ts';
import { TRAINING_PAPER_FILE, TrainingPaperFile } from './training-paper.ts';
import { RUNS_FILE, type RunRow, RunRows } from './training-run.ts';
import { STATEMENTS_FILE, StatementFile } from './training-statement.ts';
import { VISION_FILE, type VisionRow, VisionRows } from './training-vision.ts';

/** Path of the sources that training alone rests on. */
export const TRAINING_SOURCES_FILE = 'data/training/sources.yaml';

/** All that is known of training, apart from inference. */
export interface TrainingData {
  sources: SourceFile;
  statements: StatementFile;
  runs: readonly RunRow[];
  /** What runs come from, where the table would count one training twice. */
  lineage: LineageFile;
  vision: readonly VisionRow[];
  /** What runs were trained on, by data sheets. */
  accelerators: TrainingAcceleratorFile;
  /** Constants of the paper Hugging Carbon, for comparison alone. */
  paper: TrainingPaperFile;
  modelRuns: readonly ModelRunRow[];
}

/** Reads data/training. Never throws for what the files hold: problems are returned. */
export function readTraining(root: string): FileResult<TrainingData> {
  const sources = readYaml({ root, file: TRAINING_SOURCES_FILE, recordDepth: 1 }, SourceFile);
  const statements = readYaml({ root, file: STATEMENTS_FILE, recordDepth: 1 }, StatementFile);
  const runs = readCsv({ root, file: RUNS_FILE, recordDepth: 1 }, RunRows);
  const lineage = readYaml({ root, file: LINEAGE_FILE, recordDepth: 1 }, LineageFile);
  const vision = readCsv({ root, file: VISION_FILE, recordDepth: 1 }, VisionRows);
  const accelerators = readYaml(
    { root, file: TRAINING_ACCELERATORS_FILE, recordDepth: 2 },
    TrainingAcceleratorFile,
  );
  const paper = readYaml({ root, file: TRAINING_PAPER_FILE, recordDepth: 2 }, TrainingPaperFile);
  const modelRuns = readCsv({ root, file: MODEL_RUNS_FILE, recordDepth: 1 }, ModelRunRows);
  const problems: readonly Problem[] = [
    sources,
    statements,
    runs,
    lineage,
    vision,
    accelerators,
    paper,
    modelRuns,
  ].flatMap((result) => result.problems);
  if (
    sources.data === undefined ||
    statements.data === undefined ||
    runs.data === undefined ||
    lineage.data === undefined ||
    vision.data === undefined ||
    accelerators.data === undefined ||
    paper.data === undefined ||
    modelRuns.data === undefined
  ) {
    return { problems };
  }
  return {
    data: {
      sources: sources.data,
      statements: statements.data,
      runs: runs.data,
      lineage: lineage.data,
      vision: vision.data,
      accelerators: accelerators.data,
      paper: paper.data,
      modelRuns: modelRuns.data,
    },
    problems,
  };
}
