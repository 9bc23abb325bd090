import { areAllRead, type FileResult, problemsIn, readCsv, readYaml } from './read-file.ts';
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
  const at = (file: string, recordDepth: number) => ({ root, file, recordDepth });
  const read = {
    sources: readYaml(at(TRAINING_SOURCES_FILE, 1), SourceFile),
    statements: readYaml(at(STATEMENTS_FILE, 1), StatementFile),
    runs: readCsv(at(RUNS_FILE, 1), RunRows),
    lineage: readYaml(at(LINEAGE_FILE, 1), LineageFile),
    vision: readCsv(at(VISION_FILE, 1), VisionRows),
    accelerators: readYaml(at(TRAINING_ACCELERATORS_FILE, 2), TrainingAcceleratorFile),
    paper: readYaml(at(TRAINING_PAPER_FILE, 2), TrainingPaperFile),
    modelRuns: readCsv(at(MODEL_RUNS_FILE, 1), ModelRunRows),
  };
  const problems = problemsIn(read);
  if (!areAllRead(read)) return { problems };
  return {
    data: {
      sources: read.sources.data,
      statements: read.statements.data,
      runs: read.runs.data,
      lineage: read.lineage.data,
      vision: read.vision.data,
      accelerators: read.accelerators.data,
      paper: read.paper.data,
      modelRuns: read.modelRuns.data,
    },
    problems,
  };
}
