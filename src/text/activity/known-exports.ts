/** Whether one count is part of another, or stands beside it. */
export type Place = 'within' | 'apart';

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
    export: 'this site’s calculator',
    source: '/calculator/ (Report)',
    has: ['tokens_cached_input', 'location_based_kgCO2e_low_p5'],
    cache: 'apart',
    reasoning: 'within',
  },
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
    export: 'Langfuse',
    // The total is the sum of all usage details; what a cache gave is taken off the input.
    source: 'https://langfuse.com/docs/observability/features/token-and-cost-tracking',
    has: ['usage_details.input'],
    cache: 'apart',
    reasoning: 'apart',
    variesInPractice: true,
  },
  {
    export: 'LangChain’s usage metadata',
    // Input tokens are the sum of all kinds of input tokens, the details a breakdown of them.
    source: 'https://reference.langchain.com/python/langchain-core/messages/ai/UsageMetadata',
    has: ['input_token_details.cache_read'],
    cache: 'within',
    reasoning: 'within',
    variesInPractice: true,
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
    export: 'opencode',
    // The input is without both of the cache, the output without reasoning.
    source: 'https://github.com/sst/opencode (Session.getUsage)',
    has: ['tokens.cache.read', 'tokens.cache.write', 'tokens.reasoning'],
    cache: 'apart',
    reasoning: 'apart',
    variesInPractice: true,
  },
  {
    export: 'Google’s usageMetadata',
    // "this is still the total effective prompt size meaning this includes the number of tokens in the
    // cached content"; the total adds candidates and thoughts.
    source: 'https://ai.google.dev/api/generate-content#UsageMetadata',
    // Azure has a prompt token count, too.
    has: ['prompt_token_count', 'candidates_token_count'],
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
  /^(?:(?:grand|sub)[ -]?)?totals?\b|^(?:sum|summe|gesamt|gesamtsumme|insgesamt|somme|suma|totale|totaal|summa|yhteensä|razem|итого|合计|合計|总计)$|^(?:gesamt|teil)ergebnis$|^(?:totale complessivo|(?:eind|sub)totaal|suma końcowa|razem końcowe|общий итог|всего|сумма|小计|小計|総計|总和|총합계|합계|genel toplam|toplam|totalsumma|loppusumma)$/i;

/** Cells of lines that are no rows: comments, rules below a head, and how many rows a database printed. */
export const NO_ROW = /^(?:#\s.*|[:+|]*[-=]{2,}[-=+|:]*|\(\d+ rows?\))?$/;

/** Said in the place of a count that another column holds. */
export const INCLUDED = /^included in\b/i;

/** Said of a request whether a cache answered it, in the place of how much of it. */
export const YES_OR_NO = /^(?:true|false|yes|no)$/i;

/**
 * Objects in which Codex logs what a session has taken so far, and what its last request took: the first
 * would be added up again and again.
 */
export const RUNNING_TOTAL = /(^|[._])total(_token_usage[._])/i;
export const OF_LAST_REQUEST = '$1last$2';
