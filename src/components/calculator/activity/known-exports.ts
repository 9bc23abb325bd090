/** Whether one count is part of another, or stands beside it. */
export type Place = 'within' | 'apart';

/** What a column of an export can hold. */
export const PARTS = [
  'model',
  'day',
  'message',
  'input',
  'freshInput',
  'cached',
  'cacheWrites',
  'cacheWritesOf',
  'toolInput',
  'output',
  'reasoning',
  'total',
] as const;
export type Part = (typeof PARTS)[number];

/**
 * The names that columns go by, as their makers write them; letters' case, spaces and punctuation do
 * not count, and neither do the names of the objects around a field of JSON. Of several that a file
 * has the first is read and the others are named. Where each comes from stands at CONVENTIONS.
 */
export const COLUMN_NAMES: Readonly<Record<Part, readonly string[]>> = {
  model: [
    'model_permaslug',
    'model',
    'model_id',
    'model_slug',
    'model_name',
    'model_version',
    'snapshot_id',
    'request_model',
    'response_model',
    'gen_ai.response.model',
    'gen_ai.request.model',
    'model_group',
    'models',
    'model_deployment_name',
  ],
  day: [
    'created_at',
    'created',
    'date',
    'day',
    'usage_date_utc',
    'start_time_iso',
    'start_time',
    'starting_at',
    'timestamp',
    'time',
    'month',
    'period',
    'aggregation_timestamp',
  ],
  /** Of Anthropic's messages; see MESSAGE_ID. */
  message: ['message_id', 'id'],
  /** The prompt; whether what a cache gave is within it, a convention says. */
  input: [
    // Tokens as the model itself counts them come before OpenRouter's own count.
    'native_tokens_prompt',
    'tokens_prompt',
    'prompt_tokens',
    'total_prompt_tokens',
    'input_tokens',
    'total_input_tokens',
    'tokens_input',
    'usage_input_tokens',
    'prompt_token_count',
    'input_token_count',
    'n_context_tokens_total',
    'context_tokens_total',
    'num_input_tokens',
    'processed_prompt_tokens',
    'tokens_in',
    'token_count.prompt',
    'input',
    'prompt',
  ],
  /** The prompt without what a cache gave. */
  freshInput: [
    'usage_input_tokens_no_cache',
    'uncached_input_tokens',
    'input_uncached_tokens',
    'input_no_cache_tokens',
    'non_cached_input_tokens',
    'n_non_cached_context_tokens_total',
    'prompt_cache_miss_tokens',
    'input_cache_miss_tokens',
    'Input (w/o Cache Write)',
  ],
  /** Read from a cache. */
  cached: [
    'native_tokens_cached',
    'total_native_tokens_cached',
    'tokens_cached',
    'cached_tokens',
    'cached_input_tokens',
    'input_cached_tokens',
    'cached_prompt_tokens',
    'input_cached',
    'n_cached_context_tokens_total',
    'cached_context_tokens_total',
    'cached_content_token_count',
    'cached_token_count',
    'usage_input_tokens_cache_read',
    'cache_read_input_tokens',
    'cache_read_input_token_count',
    'input_cache_read_tokens',
    'input_cached_read_tokens',
    'prompt_cache_read_tokens',
    'prompt_cache_hit_tokens',
    'input_cache_hit_tokens',
    'cache_hit_tokens',
    'cache_read_tokens',
    'tokens_cache_read',
    'cache_read',
    'prompt_details.cache_read',
    'input_tokens.cached',
  ],
  /** Written to a cache: computed like any input. */
  cacheWrites: [
    'cache_creation_input_tokens',
    'cache_creation_tokens',
    'cache_write_input_tokens',
    'cache_write_input_token_count',
    'input_cache_write_tokens',
    'prompt_cache_write_tokens',
    'cache_write_tokens',
    'usage_input_tokens_cache_write',
    'tokens_cache_write',
    'tokens_cache_creation',
    'Input (w/ Cache Write)',
    'cache_creation',
    'cache_create',
    'cache_write',
    'input_tokens.cache_write',
  ],
  /** The same by the time that the cache keeps them; these add up. */
  cacheWritesOf: [
    'usage_input_tokens_cache_write_5m',
    'usage_input_tokens_cache_write_1h',
    'ephemeral_5m_input_tokens',
    'ephemeral_1h_input_tokens',
    'cache_creation_5m_input_tokens',
    'cache_creation_1h_input_tokens',
  ],
  /** What tools gave back to the model, always beside the prompt. */
  toolInput: ['tool_use_prompt_token_count'],
  output: [
    'native_tokens_completion',
    'tokens_completion',
    'completion_tokens',
    'total_completion_tokens',
    'output_tokens',
    'total_output_tokens',
    'tokens_output',
    'usage_output_tokens',
    'candidates_token_count',
    'response_token_count',
    'output_token_count',
    'n_generated_tokens_total',
    'generated_tokens_total',
    'generated_tokens',
    'num_output_tokens',
    'tokens_out',
    'token_count.completion',
    'output',
    'completion',
  ],
  reasoning: [
    'native_tokens_reasoning',
    'total_native_tokens_reasoning',
    'tokens_reasoning',
    'reasoning_tokens',
    'reasoning_output_tokens',
    'output_reasoning_tokens',
    'thoughts_token_count',
    'thinking_tokens',
    'thoughts_tokens',
    'output_tokens.reasoning',
    'completion_details.reasoning',
  ],
  /** All of a row, which the others are checked against. */
  total: [
    'total_tokens',
    'tokens_total',
    'total_token_count',
    'n_tokens_total',
    'tokens',
    'token_count',
  ],
};

/** How one kind of export counts. */
export interface Convention {
  /** What follows "as". */
  export: string;
  /** Where that is said, or was seen. */
  source: string;
  /** The columns by which it is known: all of these. */
  has: readonly string[];
  /** What a cache gave and took, and the prompt. */
  cache: Place;
  /** Tokens of reasoning, and the output. */
  reasoning: Place;
  /** Files of this kind that count otherwise have been seen, so what the rows prove goes first. */
  variesInPractice?: true;
}

/** The first that fits holds; a file that none fits is judged by its rows. */
export const CONVENTIONS: readonly Convention[] = [
  {
    export: 'OpenRouter’s activity',
    // "reasoning tokens are included in completion tokens"; cached_tokens are details of the prompt.
    source: 'https://openrouter.ai/docs/guides/guides/activity-export',
    has: ['model_permaslug'],
    cache: 'within',
    reasoning: 'within',
  },
  {
    export: 'OpenRouter’s record of a generation',
    source: 'https://openrouter.ai/docs/api-reference/get-a-generation',
    has: ['native_tokens_prompt'],
    cache: 'within',
    reasoning: 'within',
  },
  {
    export: 'OpenAI’s usage',
    // "The aggregated number of input tokens used, including cached and cache-write tokens."
    source: 'https://platform.openai.com/docs/api-reference/usage/completions_object',
    has: ['input_tokens', 'input_cached_tokens'],
    cache: 'within',
    reasoning: 'within',
  },
  {
    export: 'OpenAI’s older usage, and Groq’s',
    // Cached is context less non-cached context.
    source: 'https://console.groq.com/dashboard/usage',
    has: ['n_context_tokens_total'],
    cache: 'within',
    reasoning: 'within',
  },
  {
    export: 'OpenAI’s Chat Completions',
    source: 'https://platform.openai.com/docs/api-reference/chat/object',
    has: ['prompt_tokens_details.cached_tokens'],
    cache: 'within',
    reasoning: 'within',
  },
  {
    export: 'OpenAI’s Responses',
    source: 'https://platform.openai.com/docs/api-reference/responses/object',
    has: ['input_tokens_details.cached_tokens'],
    cache: 'within',
    reasoning: 'within',
  },
  {
    export: 'Anthropic’s console',
    // Its own totals are the sum of all of these columns.
    source: 'https://platform.claude.com/usage (Export)',
    has: ['usage_input_tokens_no_cache'],
    cache: 'apart',
    reasoning: 'within',
  },
  {
    export: 'Anthropic’s Usage API',
    source: 'https://platform.claude.com/docs/en/api/admin/usage_report',
    has: ['uncached_input_tokens'],
    cache: 'apart',
    reasoning: 'within',
  },
  {
    export: 'Anthropic’s report on Claude Code',
    source: 'https://platform.claude.com/docs/en/api/admin/usage_report',
    has: ['tokens.cache_creation', 'tokens.cache_read'],
    cache: 'apart',
    reasoning: 'within',
  },
  {
    export: 'Google’s usageMetadata',
    // "this is still the total effective prompt size meaning this includes the number of tokens in the
    // cached content"; the total adds candidates and thoughts.
    source: 'https://ai.google.dev/api/generate-content#UsageMetadata',
    has: ['prompt_token_count'],
    cache: 'within',
    reasoning: 'apart',
  },
  {
    export: 'Google’s usageMetadata',
    source: 'https://ai.google.dev/api/generate-content#UsageMetadata',
    has: ['thoughts_token_count'],
    cache: 'within',
    reasoning: 'apart',
    variesInPractice: true,
  },
  {
    export: 'Cursor’s usage events',
    // Total Tokens is the sum of the four columns before it.
    source: 'https://cursor.com/dashboard/usage (Export CSV)',
    has: ['Input (w/o Cache Write)'],
    cache: 'apart',
    reasoning: 'within',
  },
  {
    export: 'DeepSeek’s API',
    source: 'https://api-docs.deepseek.com/api/create-chat-completion',
    has: ['prompt_cache_hit_tokens', 'prompt_tokens'],
    cache: 'within',
    reasoning: 'within',
  },
  {
    export: 'LiteLLM’s spend',
    // "These are all prompt tokens including cache-miss and cache-hit input tokens"; what it passes
    // through to Anthropic unchanged has been logged without them (BerriAI/litellm#15056, #23342).
    source: 'https://docs.litellm.ai/docs/completion/prompt_caching',
    has: ['prompt_tokens', 'cache_read_input_tokens'],
    cache: 'within',
    reasoning: 'within',
    variesInPractice: true,
  },
  {
    export: 'OpenAI’s Codex',
    // As in the Responses that it adds up; the AI SDK has the same names.
    source: 'https://github.com/openai/codex (token_count events)',
    has: ['input_tokens', 'cached_input_tokens'],
    cache: 'within',
    reasoning: 'within',
    variesInPractice: true,
  },
  {
    export: 'OpenTelemetry',
    // "The value SHOULD be included in gen_ai.usage.input_tokens."
    source: 'https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/',
    has: ['gen_ai.usage.input_tokens'],
    cache: 'within',
    reasoning: 'within',
    variesInPractice: true,
  },
  {
    export: 'Anthropic’s API',
    // Input is the sum of input_tokens, cache_creation_input_tokens and cache_read_input_tokens.
    source: 'https://platform.claude.com/docs/en/build-with-claude/prompt-caching',
    has: ['input_tokens', 'cache_read_input_tokens'],
    cache: 'apart',
    reasoning: 'within',
    variesInPractice: true,
  },
  {
    export: 'ccusage and Claude Code',
    // totalTokens is the sum of the four counts.
    source: 'https://ccusage.com/guide/json-output',
    has: ['input_tokens', 'cache_creation_tokens', 'cache_read_tokens'],
    cache: 'apart',
    reasoning: 'within',
    variesInPractice: true,
  },
  {
    export: 'Amazon Bedrock’s invocation logs',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html',
    has: ['input_token_count', 'cache_read_input_token_count'],
    cache: 'apart',
    reasoning: 'within',
    variesInPractice: true,
  },
];

/** Names of rows that hold the sums of others. */
export const TOTAL_ROW =
  /^(?:(?:grand|sub)[ -]?)?totals?\b|^(?:sum|summe|gesamt|gesamtsumme|insgesamt|somme|suma|totale|totaal|summa|yhteensä|razem|итого|合计|合計|总计)$/i;

/** Claude Code logs a message of Anthropic's several times while it is written: the last one counts. */
export const MESSAGE_ID = /^msg_/;

/** A column whose name speaks of tokens, and not of what they cost, take or may be. */
export const LOOKS_LIKE_TOKENS =
  /token|cache|reason|thought|thinking|audio|image|video|prompt|completion|input|output/i;
export const IS_NO_COUNT_OF_TOKENS =
  /cost|price|usd|eur|spend|fee|discount|saving|latency|seconds|_ms\b|duration|ttft|first|per[_ ]|rate|ratio|percent|%|limit|max|budget|key|(?:^|[_. ])(?:id|url|type|kind|name|hit)$/i;

/** A name without what does not count. */
export function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
