import type { Reporter, TestCase } from '@playwright/test/reporter';

/** Ends the run with one line that says how many tests passed and how many did not. */
class LastLineReporter implements Reporter {
  #tests: TestCase[] = [];
  #errorsOutsideTests = 0;

  onTestEnd(test: TestCase): void {
    if (!this.#tests.includes(test)) this.#tests.push(test);
  }

  /** The server that does not start, a file that does not load: no test fails, and yet all have. */
  onError(): void {
    this.#errorsOutsideTests += 1;
  }

  /** After everything that the other reporters print. */
  async onExit(): Promise<void> {
    const outcomes = this.#tests.map((test) => test.outcome());
    const passed = outcomes.filter((outcome) => outcome === 'expected' || outcome === 'flaky');
    const failed = outcomes.filter((outcome) => outcome === 'unexpected');
    console.log(`${passed.length} passed, ${failed.length + this.#errorsOutsideTests} failed`);
  }
}

// biome-ignore lint/style/noDefaultExport: Playwright loads a reporter by its default export.
export default LastLineReporter;
