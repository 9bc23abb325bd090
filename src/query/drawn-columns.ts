import type { Scenario } from '../estimation/scenario.ts';
import type { Workload } from '../estimation/workload.ts';

/** Columns of gCO2e that have been drawn, for the scenario and the workloads asked for last. */
export class DrawnColumns {
  #scenario = '';
  readonly #columns = new Map<string, { workload: string; column: Float64Array }>();

  /** Keeps a column. */
  keep(scenario: Scenario, workload: Workload, id: string, column: Float64Array): void {
    const name = JSON.stringify(scenario);
    if (name !== this.#scenario) this.#columns.clear();
    this.#scenario = name;
    this.#columns.set(id, { workload: JSON.stringify(workload), column });
  }

  /** A column that has been kept. */
  kept(scenario: Scenario, workload: Workload, id: string): Float64Array | undefined {
    if (JSON.stringify(scenario) !== this.#scenario) return undefined;
    const known = this.#columns.get(id);
    return known?.workload === JSON.stringify(workload) ? known.column : undefined;
  }

  /** A column that has been kept, or is drawn and kept. */
  get(scenario: Scenario, workload: Workload, id: string, draw: () => Float64Array): Float64Array {
    const known = this.kept(scenario, workload, id);
    if (known !== undefined) return known;
    const column = draw();
    this.keep(scenario, workload, id, column);
    return column;
  }
}
