import { BOUNDARIES, PUBLISHED_BOUNDARY } from '../estimation/boundary.ts';
import { FEATURES } from '../library/model-needs.ts';
import { QUALITY_INDICES } from '../library/quality-level.ts';
import { LIMITED } from './limit.ts';

/** What the command line can be asked, for --help. */
export const HELP = `How much carbon a request to a language model emits, as a range.

  llm-carbon-index estimate <model> [options]
  llm-carbon-index compare <model> <model> ... [options]
  llm-carbon-index usage <file> [options]
  llm-carbon-index recommend [options]

  <model>        its id on OpenRouter, openai/gpt-5, or another of its names: "claude sonnet 4.5",
                 claude-sonnet-4-5-20250929, meta-llama/Llama-3.3-70B-Instruct
  <file>         an export of usage as providers, gateways and tools write it, CSV or JSON, or what the
                 site's calculator hands out; - reads what is piped in

Of one request (estimate, compare, recommend):
  --input N      tokens of the prompt, without those read from a cache
  --cached N     tokens of the prompt read from a cache
  --output N     tokens written, those of reasoning among them
                 (1000 output tokens where none of the three is given)

What a model must be able to do (recommend):
  --score S      at least so much of an index of Artificial Analysis, of ${QUALITY_INDICES.join(', ')}:
                 coding-50; a number alone is of intelligence
  --with F       ${FEATURES.join(', ')}; several with commas between
  --min-context N  so many tokens of context, such as 128k
  --max-price X  at most so many USD per million output tokens
  --now <model>  the model that you use now, to hold the others against

Where and how far (all):
  --grid G       one grid for all hosts: a country or zone such as FR or US-NW-BPAT, or gCO2e/kWh
  --pue X        one power usage effectiveness for all hosts
  --boundary B   how far to count: ${BOUNDARIES.join(', ')}
                 (${PUBLISHED_BOUNDARY} where not given)

For programs (all):
  --json         the answer as JSON
  --ci-limit X   ends with exit code 2 where a figure is above X gCO2e: each model of estimate and
                 compare, the total of usage, the recommended model
  --ci-limit-at E  the end of the range that has to keep the limit: ${LIMITED.join(', ')}
                 (high where not given: the limit is kept in 95 of 100 cases)
  --release R    address of a site of the index, or address or path of its calculation.json
                 (the release in this package where not given)
  --help         this text

Exit codes: 0 an answer; 1 none, or with --ci-limit a total in which some usage is missing; 2 above
the limit.

Figures are the median and, in brackets, the 5th to the 95th percentile. Estimates, not
measurements. Inference only: training is not counted.`;
