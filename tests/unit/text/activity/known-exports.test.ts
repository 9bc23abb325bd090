import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Workload } from '../../../../src/estimation/workload.ts';
import { readActivity } from '../../../../src/text/activity/read-activity.ts';

/** Fresh input, cached input and output, in tokens. */
type Tokens = [fresh: number, cached: number, output: number];

const read = (text: string) => readActivity(Papa, text);
const tokensOf = (workload: Workload | undefined) =>
  workload && [workload.inputTokens, workload.cachedInputTokens, workload.outputTokens];

/** Exports as their makers write them, with what one row of each comes to. */
const EXPORTS: [name: string, text: string, model: string, tokens: Tokens][] = [
  [
    'OpenRouter, activity as CSV',
    'generation_id,created_at,cost_total,cost_cache,tokens_prompt,tokens_completion,tokens_reasoning,tokens_cached,model_permaslug,provider_name,variant\ngen-1,2026-10-03 10:00:00.123,0.1,-0.01,1000,200,150,400,openai/gpt-5-2025-08-07,OpenAI,',
    'openai/gpt-5-2025-08-07',
    [600, 400, 200],
  ],
  [
    'OpenRouter, /activity as JSON',
    '{"data":[{"date":"2026-10-03","model":"openai/gpt-4.1","model_permaslug":"openai/gpt-4.1-2025-04-14","endpoint_id":"e","provider_name":"OpenAI","usage":0.015,"byok_usage_inference":0.012,"requests":5,"prompt_tokens":50,"completion_tokens":125,"reasoning_tokens":25}]}',
    'openai/gpt-4.1-2025-04-14',
    [50, 0, 125],
  ],
  [
    'OpenRouter, a generation',
    '{"data":{"id":"gen-1","model":"anthropic/claude-sonnet-4.6","created_at":"2026-10-03T10:00:00Z","tokens_prompt":17000,"tokens_completion":100,"native_tokens_prompt":18054,"native_tokens_cached":18041,"native_tokens_completion":120,"native_tokens_reasoning":0,"total_cost":0.0055}}',
    'anthropic/claude-sonnet-4.6',
    [13, 18041, 120],
  ],
  [
    'OpenAI, usage as CSV',
    'start_time,end_time,start_time_iso,end_time_iso,project_id,num_model_requests,user_id,api_key_id,model,batch,service_tier,input_tokens,output_tokens,input_cached_tokens,input_uncached_tokens,input_text_tokens,output_text_tokens,input_audio_tokens\n1759622400,1759708800,2025-10-05T00:00:00+00:00,2025-10-06T00:00:00+00:00,proj_1,3.0,,,gpt-5-mini-2025-08-07,False,,4000.0,100.0,3600.0,400.0,400.0,100.0,0.0\n1759708800,1759795200,2025-10-06T00:00:00+00:00,2025-10-07T00:00:00+00:00,,,,,,,,,,,,,,',
    'gpt-5-mini-2025-08-07',
    [400, 3600, 100],
  ],
  [
    'OpenAI, usage API',
    '{"object":"page","data":[{"object":"bucket","start_time":1759622400,"end_time":1759708800,"results":[{"object":"organization.usage.completions.result","input_tokens":1000,"output_tokens":500,"input_cached_tokens":800,"input_audio_tokens":0,"num_model_requests":5,"model":"gpt-5","batch":null}]}],"has_more":false}',
    'gpt-5',
    [200, 800, 500],
  ],
  [
    'OpenAI, older usage',
    '{"object":"list","data":[{"organization_name":"Personal","aggregation_timestamp":1730696460,"n_requests":1,"operation":"completion","snapshot_id":"gpt-4o-2024-08-06","n_context_tokens_total":118,"n_generated_tokens_total":35,"n_cached_context_tokens_total":100}]}',
    'gpt-4o-2024-08-06',
    [18, 100, 35],
  ],
  [
    'OpenAI, responses one a line',
    '{"id":"resp_1","object":"response","created":1759622400,"model":"gpt-5","usage":{"input_tokens":36,"input_tokens_details":{"cached_tokens":6},"output_tokens":87,"output_tokens_details":{"reasoning_tokens":12},"total_tokens":123}}',
    'gpt-5',
    [30, 6, 87],
  ],
  [
    'OpenAI, a batch’s output',
    '{"custom_id":"a","response":{"status_code":200,"body":{"model":"gpt-5","choices":[{"message":{"content":"output"}}],"usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120,"prompt_tokens_details":{"cached_tokens":40},"completion_tokens_details":{"reasoning_tokens":15}}}}}',
    'gpt-5',
    [60, 40, 20],
  ],
  [
    'Groq, activity',
    '{"object":"list","data":[{"organization_name":"Personal","model":"openai/gpt-oss-120b","timestamp":1783900800,"num_requests":3,"n_context_tokens_total":100,"n_non_cached_context_tokens_total":80,"n_generated_tokens_total":40}]}',
    'openai/gpt-oss-120b',
    [80, 20, 40],
  ],
  [
    'this site’s calculator',
    'model_id,model_name,tokens_input,tokens_cached_input,tokens_output,tokens_reasoning,requests,context,functional_unit,location_based_kgCO2e_low_p5\nopenai/gpt-5,OpenAI: GPT-5,1000,400,200,included in tokens_output,,"4000 tokens, stated",tokens of the model\'s own tokenizer,0.1\ntotal,All lines together,1000,400,200,included in tokens_output,,"4000 tokens, stated",tokens of the model\'s own tokenizer,0.1',
    'openai/gpt-5',
    [1000, 400, 200],
  ],
  [
    'Anthropic, console',
    'usage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,web_search_count,inference_geo,speed\n2026-10-05,claude-opus-5,Team,Default,standard,≤ 200k,46981,15969,31,7000,16932,0,global,',
    'claude-opus-5',
    [46981 + 15969 + 31, 7000, 16932],
  ],
  [
    'Anthropic, Usage API',
    '{"data":[{"starting_at":"2026-10-05T00:00:00Z","ending_at":"2026-10-06T00:00:00Z","results":[{"uncached_input_tokens":1500,"cache_creation":{"ephemeral_1h_input_tokens":1000,"ephemeral_5m_input_tokens":500},"cache_read_input_tokens":200,"output_tokens":500,"server_tool_use":{"web_search_requests":10},"model":"claude-opus-5"}]}],"has_more":false}',
    'claude-opus-5',
    [3000, 200, 500],
  ],
  [
    'Anthropic, report on Claude Code',
    '{"data":[{"date":"2026-10-05T00:00:00Z","actor":{"type":"user_actor"},"core_metrics":{"num_sessions":5},"model_breakdown":[{"model":"claude-opus-5","tokens":{"input":100,"output":35,"cache_read":9000,"cache_creation":500},"estimated_cost":{"amount":1025}}]}]}',
    'claude-opus-5',
    [600, 9000, 35],
  ],
  [
    'Anthropic, the usage of a message',
    'model,input_tokens,cache_creation_input_tokens,cache_read_input_tokens,output_tokens\nclaude-opus-5,5000,100,400,50',
    'claude-opus-5',
    [5100, 400, 50],
  ],
  [
    'opencode, an answer',
    '{"info":{"id":"msg_1","role":"assistant","modelID":"gpt-5","tokens":{"input":10,"output":200,"reasoning":50,"cache":{"read":9000,"write":100}}},"parts":[{"type":"step-finish","messageID":"msg_1","tokens":{"input":10,"output":200,"reasoning":50,"cache":{"read":9000,"write":100}}}]}',
    'gpt-5',
    [110, 9000, 250],
  ],
  [
    'a router’s log, by the model that answered',
    'model,request_model,response_model,prompt_tokens,completion_tokens\nopenrouter/auto,openrouter/auto,gpt-5,10,2',
    'gpt-5',
    [10, 0, 2],
  ],
  [
    'Google, usageMetadata',
    '{"modelVersion":"gemini-2.5-pro","usageMetadata":{"promptTokenCount":1000,"candidatesTokenCount":50,"cachedContentTokenCount":600,"thoughtsTokenCount":300,"toolUsePromptTokenCount":20,"totalTokenCount":1370,"promptTokensDetails":[{"modality":"TEXT","tokenCount":1000}]}}',
    'gemini-2.5-pro',
    [420, 600, 350],
  ],
  [
    'Google, a stream whose pieces each say what is used so far',
    '[{"modelVersion":"gemini-2.5-pro","responseId":"aBcDeFgHiJ12","usageMetadata":{"promptTokenCount":100,"candidatesTokenCount":5,"totalTokenCount":105}},{"modelVersion":"gemini-2.5-pro","responseId":"aBcDeFgHiJ12","usageMetadata":{"promptTokenCount":100,"candidatesTokenCount":50,"totalTokenCount":150}}]',
    'gemini-2.5-pro',
    [100, 0, 50],
  ],
  [
    'Google, in BigQuery',
    'model_version,full_response.usageMetadata.promptTokenCount,full_response.usageMetadata.candidatesTokenCount,full_response.usageMetadata.cachedContentTokenCount,full_response.usageMetadata.thoughtsTokenCount\ngemini-2.5-pro,1000,50,,300',
    'gemini-2.5-pro',
    [1000, 0, 350],
  ],
  [
    'LiteLLM, spend by day',
    'date,api_key,model,model_group,custom_llm_provider,prompt_tokens,completion_tokens,cache_read_input_tokens,cache_creation_input_tokens,spend,api_requests\n2026-10-05,k,gpt-5,gpt-5,openai,2006,300,1920,0,0.1,4',
    'gpt-5',
    [86, 1920, 300],
  ],
  [
    'Cursor, usage events',
    'Date,User,Cloud Agent ID,Automation ID,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost\n"2026-10-10T14:19:26.869Z","j@example.com","","","On-Demand","composer-2.5","Yes","10","21174","98521","3728","123433","0.25"',
    'composer-2.5',
    [21184, 98521, 3728],
  ],
  [
    'ccusage',
    '{"daily":[{"date":"2026-10-03","inputTokens":163,"outputTokens":94,"cacheCreationTokens":30,"cacheReadTokens":20,"totalTokens":307,"modelsUsed":["claude-opus-5"],"modelBreakdowns":[{"modelName":"claude-opus-5","inputTokens":163,"outputTokens":94,"cacheCreationTokens":30,"cacheReadTokens":20,"cost":0.1}]}],"totals":{"inputTokens":163,"outputTokens":94,"cacheCreationTokens":30,"cacheReadTokens":20,"totalTokens":307}}',
    'claude-opus-5',
    [193, 20, 94],
  ],
  [
    'Claude Code, a session, each message as often as it grew',
    [
      '{"type":"user","message":{"role":"user","content":"hello"},"timestamp":"2026-10-03T10:00:00Z"}',
      '{"type":"assistant","requestId":"r","timestamp":"2026-10-03T10:00:01Z","message":{"id":"msg_1","model":"claude-opus-5","usage":{"input_tokens":4,"cache_creation_input_tokens":10,"cache_read_input_tokens":20,"cache_creation":{"ephemeral_5m_input_tokens":10,"ephemeral_1h_input_tokens":0},"output_tokens":1}}}',
      '{"type":"assistant","requestId":"r","timestamp":"2026-10-03T10:00:02Z","message":{"id":"msg_1","model":"claude-opus-5","usage":{"input_tokens":4,"cache_creation_input_tokens":10,"cache_read_input_tokens":20,"cache_creation":{"ephemeral_5m_input_tokens":10,"ephemeral_1h_input_tokens":0},"output_tokens":50}}}',
    ].join('\n'),
    'claude-opus-5',
    [14, 20, 50],
  ],
  [
    'DeepSeek, amounts by day',
    'user_id,utc_date,model,api_key_name,api_key,type,price,amount\nu,2026-10-03,deepseek-chat,k,s,output_tokens,0.0000004,20\nu,2026-10-03,deepseek-chat,k,s,input_cache_hit_tokens,0.00000003,64\nu,2026-10-03,deepseek-chat,k,s,input_cache_miss_tokens,0.0000003,36\nu,2026-10-03,deepseek-chat,k,s,request_count,,3',
    'deepseek-chat',
    [36, 64, 20],
  ],
  [
    'OpenTelemetry, the metric of tokens by their type',
    'time,gen_ai.request.model,gen_ai.token.type,sum\n2026-10-03,gpt-5,input,1000\n2026-10-03,gpt-5,output,50\n2026-10-03,gpt-5,output,20\n2026-10-03,gpt-5,input,300',
    'gpt-5',
    [1300, 0, 70],
  ],
  [
    'Amazon CloudWatch, sums and means below each other',
    'Timestamp,ModelId,MetricName,Statistic,Value\n2026-10-03,amazon.nova-pro-v1:0,InputTokenCount,Sum,1000\n2026-10-03,amazon.nova-pro-v1:0,InputTokenCount,Average,200\n2026-10-03,amazon.nova-pro-v1:0,OutputTokenCount,Sum,50\n2026-10-03,amazon.nova-pro-v1:0,OutputTokenCount,SampleCount,5',
    'amazon.nova-pro-v1:0',
    [1000, 0, 50],
  ],
  [
    'a usage with the sum of all input beside the fresh one',
    '{"model":"claude-opus-5","usage":{"inputTokens":10,"outputTokens":20,"cacheCreationInputTokens":300,"cacheReadInputTokens":5000,"totalInputTokens":5310}}',
    'claude-opus-5',
    [310, 5000, 20],
  ],
  [
    'Fireworks, billing metrics',
    'email,start_time,usage_type,base_model_name,prompt_tokens,completion_tokens\na,2026-10-03,TEXT_COMPLETION_INFERENCE_USAGE,accounts/fireworks/models/glm-4p6,1000,200',
    'accounts/fireworks/models/glm-4p6',
    [1000, 0, 200],
  ],
  [
    'DeepSeek, the usage of a completion',
    '{"model":"deepseek-chat","usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120,"prompt_cache_hit_tokens":64,"prompt_cache_miss_tokens":36}}',
    'deepseek-chat',
    [36, 64, 20],
  ],
  [
    'Amazon Bedrock, an invocation',
    '{"timestamp":"2026-10-03T10:00:00Z","modelId":"anthropic.claude-opus-5","input":{"inputTokenCount":10,"cacheReadInputTokenCount":900,"cacheWriteInputTokenCount":50},"output":{"outputTokenCount":30}}',
    'anthropic.claude-opus-5',
    [60, 900, 30],
  ],
  [
    'OpenTelemetry',
    'timestamp,gen_ai.request.model,gen_ai.response.model,gen_ai.usage.input_tokens,gen_ai.usage.cache_read.input_tokens,gen_ai.usage.cache_creation.input_tokens,gen_ai.usage.output_tokens,gen_ai.usage.reasoning.output_tokens\n2026-10-03T10:00:00Z,gpt-5,gpt-5-2025-08-07,1000,600,0,50,20',
    'gpt-5-2025-08-07',
    [400, 600, 50],
  ],
  [
    'OpenTelemetry, spans as a collector writes them',
    '{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"a"}}]},"scopeSpans":[{"spans":[{"name":"chat","startTimeUnixNano":"1759500000000000000","attributes":[{"key":"gen_ai.request.model","value":{"stringValue":"gpt-5"}},{"key":"gen_ai.usage.input_tokens","value":{"intValue":"1000"}},{"key":"gen_ai.usage.cache_read.input_tokens","value":{"intValue":"600"}},{"key":"gen_ai.usage.output_tokens","value":{"intValue":50}}]}]}]}]}',
    'gpt-5',
    [400, 600, 50],
  ],
  [
    'Azure, tokens by model, with reasoning within the output',
    'Model,Total requests,Total token count,Prompt token count,Completion token count,Reasoning token count\ngpt-5,3,1200,1000,200,150',
    'gpt-5',
    [1000, 0, 200],
  ],
  [
    'Cohere, whose billed units leave tokens out',
    '{"model":"command-a","usage":{"billed_units":{"input_tokens":10,"output_tokens":20},"tokens":{"input_tokens":500,"output_tokens":22},"cached_tokens":448}}',
    'command-a',
    [52, 448, 22],
  ],
  [
    'PostHog, events',
    'timestamp,properties.$ai_model,properties.$ai_input_tokens,properties.$ai_output_tokens\n2026-10-03,gpt-5,1000,200',
    'gpt-5',
    [1000, 0, 200],
  ],
  [
    'Langfuse, observations',
    '{"data":[{"type":"GENERATION","startTime":"2026-10-03T10:00:00Z","model":"gpt-5","costDetails":{"input":1,"output":2,"total":3},"usageDetails":{"input":1000,"output":200,"input_cached_tokens":400,"output_reasoning_tokens":50}}]}',
    'gpt-5',
    [1000, 400, 250],
  ],
  [
    'Langfuse, daily metrics',
    '{"data":[{"date":"2026-10-03","countTraces":4,"usage":[{"model":"gpt-5","inputUsage":100,"outputUsage":20,"totalUsage":120,"countObservations":5}]}]}',
    'gpt-5',
    [100, 0, 20],
  ],
  [
    'LangChain, usage metadata',
    '{"model":"claude-opus-5","usage_metadata":{"input_tokens":1000,"output_tokens":200,"input_token_details":{"cache_read":400,"cache_creation":100},"output_token_details":{"reasoning":50}}}',
    'claude-opus-5',
    [600, 400, 200],
  ],
  [
    'LangSmith, runs',
    'id,run_type,start_time,prompt_tokens,completion_tokens,total_tokens,extra.metadata.ls_model_name\na,llm,2026-10-03,1000,200,1200,gpt-5',
    'gpt-5',
    [1000, 0, 200],
  ],
  [
    'Vercel’s AI SDK',
    '{"model":"claude-opus-5","usage":{"inputTokens":1000,"inputTokenDetails":{"noCacheTokens":500,"cacheReadTokens":400,"cacheWriteTokens":100},"outputTokens":200,"outputTokenDetails":{"textTokens":150,"reasoningTokens":50}}}',
    'claude-opus-5',
    [600, 400, 200],
  ],
  [
    'Portkey, logs',
    'id,created_at,ai_org,ai_model,req_units,res_units,total_units,cost\na,2026-10-03,openai,gpt-5,1000,200,1200,0.1',
    'gpt-5',
    [1000, 0, 200],
  ],
  [
    'Ollama, an answer',
    '{"model":"gpt-oss:20b","created_at":"2026-10-03T10:00:00Z","prompt_eval_count":26,"eval_count":298,"eval_duration":1}',
    'gpt-oss:20b',
    [26, 0, 298],
  ],
  [
    'Cline, tasks',
    'ts,model,tokensIn,tokensOut,cacheWrites,cacheReads,cost\n1,claude-opus-5,10,200,100,9000,0.1',
    'claude-opus-5',
    [110, 9000, 200],
  ],
  [
    'LiteLLM, activity by day',
    '{"results":[{"date":"2026-10-03","metrics":{"prompt_tokens":1000,"completion_tokens":200},"breakdown":{"models":{"gpt-5":{"metrics":{"prompt_tokens":1000,"completion_tokens":200,"cache_read_input_tokens":400,"api_requests":4}}},"providers":{"openai":{"metrics":{"prompt_tokens":1000,"completion_tokens":200}}}}}]}',
    'gpt-5',
    [600, 400, 200],
  ],
  [
    'Claude Code, the result of a run',
    '{"type":"result","usage":{"input_tokens":10,"output_tokens":20},"modelUsage":{"claude-opus-5":{"inputTokens":10,"outputTokens":20,"cacheReadInputTokens":900,"cacheCreationInputTokens":50,"costUSD":0.1}}}',
    'claude-opus-5',
    [60, 900, 20],
  ],
];

test.each(EXPORTS)('%s is read as its maker counts', (_name, text, model, tokens) => {
  const { byModel } = read(text);
  expect(tokensOf(byModel.get(model))).toEqual(tokens);
  expect(byModel.size).toBe(1);
});

describe('a result of Vercel’s AI SDK counts all of its steps', () => {
  const used = (inputTokens: number, outputTokens: number) => ({
    inputTokens,
    outputTokens,
    totalTokens: inputTokens + outputTokens,
    cachedInputTokens: inputTokens / 2,
  });
  const step = (id: string, usage: object, modelId = 'gpt-5') => ({
    usage,
    response: { id, timestamp: '2026-10-03T10:00:00Z', modelId },
  });
  const last = used(300, 30);
  const steps = [step('resp_a', used(100, 10)), step('resp_b', used(200, 20)), step('c', last)];
  const unnamed = steps.map(({ usage }) => ({ usage }));
  const [{ response }] = steps as [(typeof steps)[0]];
  const totalUsage = used(600, 60);

  test.each([
    ['as it is serialised', { steps, totalUsage }],
    ['with what getters give', { usage: last, totalUsage, steps, response }],
    ['in a record that names the model', { model: 'gpt-5', usage: last, totalUsage, steps }],
    ['whose steps name no model', { model: 'gpt-5', usage: last, totalUsage, steps: unnamed }],
    ['whose steps were left away', { usage: last, totalUsage, response }],
    ['without a total', { model: 'gpt-5', usage: last, steps: unnamed }],
    ['of version 4, whose usage is of all', { usage: totalUsage, steps, response }],
  ])('%s', (_, result) => {
    for (const text of [JSON.stringify(result), JSON.stringify({ results: [result] })]) {
      const { byModel, leftOut } = read(text);
      expect(tokensOf(byModel.get('gpt-5'))).toEqual([300, 300, 60]);
      expect([...leftOut]).toEqual([]);
    }
  });

  test('each under its model', () => {
    const mixed = [step('a', last), step('b', used(20, 2), 'gpt-5-mini')];
    const { byModel } = read(JSON.stringify({ model: 'gpt-5', steps: mixed, totalUsage }));
    expect(tokensOf(byModel.get('gpt-5'))).toEqual([150, 150, 30]);
    expect(tokensOf(byModel.get('gpt-5-mini'))).toEqual([10, 10, 2]);
  });
});

describe('lines of two APIs in one file', () => {
  const ofOneLine = EXPORTS.filter(([, text]) => /^\{[^\n]*$/.test(text));
  // Each under a model of its own, so that it is told what became of it.
  const named = ofOneLine.map(([name, text, model, tokens], index) => {
    const own = `model-${index}`;
    return { name, text: text.replaceAll(`"${model}"`, `"${own}"`), own, tokens };
  });

  test.each(named)('$name, before and after each other', ({ name, text, own, tokens }) => {
    for (const other of named) {
      for (const lines of [`${text}\n${other.text}`, `${other.text}\n${text}`]) {
        if (other.own === own) continue;
        const { byModel } = read(lines);
        const found = tokensOf(byModel.get(own)) ?? 'left out';
        expect([name, other.name, found]).toEqual([
          name,
          other.name,
          found === 'left out' ? found : tokens,
        ]);
      }
    }
  });
});

describe('requests', () => {
  test.each([
    ['OpenRouter, /activity as JSON', 5],
    ['OpenAI, usage as CSV', 3],
    ['OpenAI, usage API', 5],
    ['LiteLLM, spend by day', 4],
    ['DeepSeek, amounts by day', 3],
    ['OpenRouter, activity as CSV', undefined],
    ['Cursor, usage events', undefined],
  ])('of %s are %s', (name, requests) => {
    const [, text = '', model = ''] = EXPORTS.find(([known]) => known === name) ?? [];
    expect(read(text).byModel.get(model)?.requests).toBe(requests);
  });

  test('are a model’s only where each of its rows counts them', () => {
    const { byModel, columns } = read(
      'model,input_tokens,output_tokens,requests\nx,9,4,2\nx,7,3,5\ny,9,4,2\ny,7,3,\nz,1,1,0',
    );
    expect(columns.requests).toBe('requests');
    expect(['x', 'y', 'z'].map((model) => byModel.get(model)?.requests)).toEqual([
      7,
      undefined,
      undefined,
    ]);
    expect(tokensOf(byModel.get('y'))).toEqual([16, 0, 7]);
  });
});

describe('an export of nobody known', () => {
  const header = 'model,input_tokens,cache_read_tokens,output_tokens';
  const cases: [why: string, text: string, tokens: Tokens, place: string, because: string][] = [
    [
      'holds more cached tokens than input',
      `${header}\nx,9,6000,40\nx,7000,5000,30`,
      [7009, 11000, 70],
      'apart',
      'more',
    ],
    [
      'holds as many cached tokens as input',
      `${header}\nx,6000,6000,40`,
      [0, 6000, 40],
      'within',
      'assumed',
    ],
    ['says nothing', `${header}\nx,9000,6000,40`, [3000, 6000, 40], 'within', 'assumed'],
    [
      'has totals with the cached tokens',
      `${header},total_tokens\nx,9000,6000,40,15040`,
      [9000, 6000, 40],
      'apart',
      'total',
    ],
    [
      'has totals that are called no more than that',
      `${header},total\nx,9000,6000,40,15040`,
      [9000, 6000, 40],
      'apart',
      'total',
    ],
    [
      'has totals without them',
      `${header},total_tokens\nx,9000,6000,40,9040`,
      [3000, 6000, 40],
      'within',
      'total',
    ],
    [
      'counts what a cache took',
      'model,input_tokens,cache_read_tokens,cache_write_tokens,output_tokens\nx,9000,6000,500,40',
      [9500, 6000, 40],
      'apart',
      'assumed',
    ],
  ];
  test.each(cases)('that %s', (_why, text, tokens, place, because) => {
    const { byModel, cache } = read(text);
    expect(tokensOf(byModel.get('x'))).toEqual(tokens);
    expect(cache[0]).toMatchObject({ place, because });
  });

  test('reads a model’s other rows as those that prove it', () => {
    const { byModel, cache } = read(`${header}\nx,9,6000,40\ny,100,50,1`);
    expect(tokensOf(byModel.get('y'))).toEqual([100, 50, 1]);
    expect(cache.map(({ because, rows }) => [because, rows.count, rows.first])).toEqual([
      ['more', 1, [2]],
      ['other rows', 1, [3]],
    ]);
  });

  test('adds reasoning that is more than the output', () => {
    const { byModel, reasoning } = read(
      'model,prompt,completion,reasoning_tokens\nx,10,20,300\nx,1,5,2',
    );
    expect(tokensOf(byModel.get('x'))).toEqual([11, 0, 20 + 300 + 5 + 2]);
    expect(reasoning.map(({ because }) => because)).toEqual(['more', 'other rows']);
  });
});

test('where OpenRouter counts more cached tokens than prompt, that row alone is read otherwise', () => {
  const { byModel, cache } = read(
    'model_permaslug,tokens_prompt,tokens_completion,tokens_cached\nx,1000,10,400\nx,1000,10,1200',
  );
  expect(tokensOf(byModel.get('x'))).toEqual([600 + 1000, 400 + 1200, 20]);
  expect(cache.map(({ place, because, rows }) => [place, because, rows.first])).toEqual([
    ['apart', 'more', [3]],
    ['within', 'documented', [2]],
  ]);
});

describe('a name that no maker writes is read by its words', () => {
  const ROW = ['x', '1000', '200', '400'].join();
  const tokens = (header: string, row = ROW) =>
    tokensOf(read(`${header}\n${row}`).byModel.get('x'));

  test.each([
    ['prompt_tokens_cached'],
    ['Cached prompt tokens'],
    ['total_cached_input_tokens'],
    ['numCachedTokens'],
    ['tokens_read_from_cache'],
    ['prompt_tokens_details_cached_tokens'],
    ['Prompt Cache Read'],
    ['tokens_cache_hit'],
    ['cached'],
  ])('%s are cached tokens', (name) => {
    expect(tokens(`model,input_tokens,output_tokens,${name}`)).toEqual([600, 400, 200]);
  });

  test('in any order', () => {
    const words = fc.shuffledSubarray(['cached', 'prompt', 'tokens'], { minLength: 3 });
    fc.assert(
      fc.property(words, (name) => {
        const header = `model,tokens used (input),tokens_generated,${name.join('_')}`;
        expect(tokens(header)).toEqual([600, 400, 200]);
      }),
    );
  });

  test('and by the unit that it says', () => {
    const header = 'model,Input tokens (M),Output MTok,Cached tokens (thousands)';
    expect(tokens(header, 'x,1.5,2,400')).toEqual([1_100_000, 400_000, 2_000_000]);
    expect(tokens(header, 'x,1.5,2,')).toEqual([1_500_000, 0, 2_000_000]);
    const german = 'Modell;Eingabe-Token (Mio.);Ausgabe-Token (Mrd.);Gecachte Token (Tsd.)';
    expect(tokens(german, 'x;1,5;0,5;400')).toEqual([1_100_000, 400_000, 5e8]);
    expect(tokens("model,Input tokens ('000),Output tokens (x1000)", 'x,2,3')).toEqual([
      2000, 0, 3000,
    ]);
  });

  test('and by the unit in a column of its own, but not beside prices', () => {
    const header = 'model,input,output,requests,unit';
    const rows = 'x,1.5,2,7,million tokens\nx,2,3,1,1K\nx,4,5,1,tokens\nx,6,7,1,CHARACTERS';
    const { byModel, leftOut } = read(`${header}\n${rows}`);
    expect(tokensOf(byModel.get('x'))).toEqual([1_502_004, 0, 2_003_005]);
    expect(byModel.get('x')?.requests).toBe(9);
    expect([...leftOut.keys()]).toEqual(['no tokens']);
    expect(tokens('model,input,output,unit,unit_price', 'x,4,5,1M tokens,3')).toEqual([4, 0, 5]);
    const json = { unit: 'thousands', data: [{ model: 'x', input_tokens: 1.5, output_tokens: 2 }] };
    expect(tokensOf(read(JSON.stringify(json)).byModel.get('x'))).toEqual([1500, 0, 2000]);
  });

  test('unless it is of a share, of money, or of something else', () => {
    const others = 'Cached tokens (%),Input tokens ($),cached_tokens_cost,max_output_tokens';
    const { byModel, unknown, secondary } = read(
      `model,${others},input_tokens,output_tokens,cache_hit\nx,40,3,1,9,1000,200,True`,
    );
    expect(tokensOf(byModel.get('x'))).toEqual([1000, 0, 200]);
    expect([unknown, secondary]).toEqual([[], []]);
  });

  test.each([
    ['avg:prompt_tokens,avg:completion_tokens'],
    ['p95.input_tokens,p95.output_tokens'],
    ['rateLimits.input_tokens,rateLimits.output_tokens'],
    ['per_request.input_tokens,per_request.output_tokens'],
    ['usage.prompt_token/s,usage.response_token/s'],
    ['last_month.input_tokens,last_month.output_tokens'],
    ['cumulative.input_tokens,cumulative.output_tokens'],
  ])('and not where it is a mean, a limit, a rate or of another time: %s', (others) => {
    const { byModel, secondary } = read(`model,${others},sum.input,sum.output\nx,7,8,1000,200`);
    expect(tokensOf(byModel.get('x'))).toEqual([1000, 0, 200]);
    expect(secondary).toEqual([]);
    expect(() => read(`model,${others}\nx,7,8`)).toThrow(/No row names a model and tokens/);
  });

  test('and whether there was a cache is no count', () => {
    const { byModel, unreadBeside } = read('model,input,output,cached\nx,9,4,true\nx,9,4,false');
    expect(tokensOf(byModel.get('x'))).toEqual([18, 0, 8]);
    expect(unreadBeside).toMatchObject([{ part: 'cached', why: 'text', rows: { count: 2 } }]);
  });
});

test('columns that are not read are named: second ones, and unknown ones that hold tokens', () => {
  const { secondary, unknown } = read(
    'model,prompt_tokens,input_tokens,completion_tokens,output_audio_tokens,video_tokens,cost_cache,cache_hit\nx,10,11,20,5,0,1.5,True',
  );
  expect(secondary).toEqual([{ part: 'input', read: 'prompt_tokens', notRead: ['input_tokens'] }]);
  expect(unknown).toEqual(['output_audio_tokens']);
});

test('a total that is the sum of nothing that was read is said', () => {
  const { otherTotals } = read('model,input_tokens,output_tokens,total_tokens\nx,1,2,3\nx,1,2,50');
  expect(otherTotals).toMatchObject({ count: 1, first: [3] });
});
