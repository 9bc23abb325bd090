import { type Scenario, underScenario } from '../../estimation/scenario.ts';
import { publishedCore } from '../../query/published-core.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { answerRequests } from '../../query/worker-answers.ts';
import type { Failure } from '../../query/worker-client.ts';
import { estimateUsage, type Instead, lowerInstead, type UsageEstimate } from './usage-estimate.ts';

/** Some usage. Ids are those of the release. */
interface Asked {
  step: number;
  scenario: Scenario;
  lines: readonly UsageLine[];
}

/** Asks what it takes. */
export interface UsageRequest extends Asked {
  wanted: 'usage';
  instead: string | undefined;
}

/** Asks on which of some models it would take less. */
interface LowerRequest extends Asked {
  wanted: 'lower';
  others: readonly string[];
}

/** What the page asks of the worker. */
export type CalculatorRequest = UsageRequest | LowerRequest;

/** What it answers. */
export type UsageAnswer =
  | { step: number; kind: 'usage'; usage: UsageEstimate }
  | { step: number; kind: 'lower'; lower: Instead[] }
  | Failure;

/** The core with the inputs of the release, in a thread of its own. */
answerRequests<CalculatorRequest>(answer);

async function answer(request: CalculatorRequest): Promise<UsageAnswer> {
  const { preparation, inputs } = await publishedCore();
  const { step, scenario, lines } = request;
  const put = underScenario(scenario);
  const identified = (id: string) => {
    const input = inputs.get(id);
    if (input === undefined) throw new Error(`${id} is not among the estimated models`);
    return { id, input: put(input) };
  };
  const workloads = lines.map(({ id, workload }) => ({ ...identified(id), workload }));
  if (request.wanted === 'lower') {
    const others = request.others.map(identified);
    return {
      step,
      kind: 'lower',
      lower: lowerInstead(workloads, others, preparation, scenario.boundary),
    };
  }
  const instead = request.instead === undefined ? undefined : identified(request.instead);
  return {
    step,
    kind: 'usage',
    usage: estimateUsage(workloads, instead, preparation, scenario.boundary),
  };
}
