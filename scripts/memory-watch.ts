import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MEGABYTE = 2 ** 20;

/** What the process takes while estimates pile up, and what of it they hold. */
export class MemoryWatch {
  readonly #collectGarbage: () => void;
  #heldBefore = 0;
  #heldPerModel = 0;
  #lines: string[] = [];

  constructor() {
    setFlagsFromString('--expose-gc');
    this.#collectGarbage = runInNewContext('gc');
  }

  /** Starts anew: notes of an earlier run are forgotten. */
  begin(): void {
    this.#heldBefore = this.#held();
    this.#lines = [];
    this.note(0);
  }

  /** Notes what is resident when this many estimates are kept. */
  note(models: number): void {
    const { rss } = process.memoryUsage();
    this.#lines.push(`${String(models).padStart(6)} models: ${megabytes(rss)} resident`);
  }

  /** Weighs what was kept. */
  end(kept: readonly unknown[]): void {
    const held = this.#held();
    // Read after the collection, so that it cannot have been collected.
    this.#heldPerModel = (held - this.#heldBefore) / kept.length;
  }

  /** What was noted, beside what one column of `draws` draws would take. */
  report(draws: number): string {
    const peak = process.resourceUsage().maxRSS * 1024;
    const kilobytes = (this.#heldPerModel / 1024).toFixed(1);
    return [
      'Memory, last run:',
      ...this.#lines,
      `  peak of the process: ${megabytes(peak)}`,
      `  held per model after collecting garbage: ${kilobytes} kB, its ranges; one column of its draws would be ${(draws * 8) / 1024} kB`,
    ].join('\n');
  }

  /** Bytes that something refers to. */
  #held(): number {
    this.#collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(0)} MB`;
}
