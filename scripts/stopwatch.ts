import { median } from 'simple-statistics';

/** How long a piece of work took, over several runs; milliseconds. */
export interface Timing {
  runs: number;
  medianWallMilliseconds: number;
  worstWallMilliseconds: number;
  /** All threads of the process together, those that collect garbage and compile included. */
  medianProcessorMilliseconds: number;
  worstProcessorMilliseconds: number;
}

/**
 * Times every run of `work` by the clock and by the processor: on a shared machine the clock also
 * counts the waiting. Runs it `warmUps` times beforehand, untimed. The run's number is handed over.
 */
export function timeRuns(
  { runs, warmUps }: { runs: number; warmUps: number },
  work: (run: number) => void,
): Timing {
  for (let run = 0; run < warmUps; run += 1) work(run);
  const wall: number[] = [];
  const processor: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const processorBefore = process.cpuUsage();
    const wallBefore = performance.now();
    work(run);
    wall.push(performance.now() - wallBefore);
    const { user, system } = process.cpuUsage(processorBefore);
    processor.push((user + system) / 1000);
  }
  return {
    runs,
    medianWallMilliseconds: median(wall),
    worstWallMilliseconds: Math.max(...wall),
    medianProcessorMilliseconds: median(processor),
    worstProcessorMilliseconds: Math.max(...processor),
  };
}
