/**
 * Words that OpenRouter sets behind an id, after a colon, for the terms of a request: how it is
 * routed, sold or asked, never another model. Whatever else stands after a colon may be one: Ollama
 * writes deepseek-r1:7b for a small model made from the large.
 * https://openrouter.ai/docs/guides/routing/model-variants/overview
 */
const TERMS = [
  ...['batch', 'beta', 'exacto', 'extended', 'flex', 'floor', 'free', 'nitro', 'online'],
  ...['priority', 'thinking'],
  // Hugging Face's router.
  ...['cheapest', 'fastest'],
];
const TERM = new RegExp(`(?:\\s*[:(](?:${TERMS.join('|')})\\)?)+$`, 'i');

/**
 * What gateways write before a name for the way a request took: LiteLLM's prefixes of providers, those of
 * models.dev, and parts of the paths of clouds. Makers that serve only models of their own are not among them; their
 * names are part of a model's.
 * https://docs.litellm.ai/docs/providers
 */
const ROUTES = new Set([
  ...['@cf', 'amazon-bedrock', 'azure', 'azure_ai', 'azure_openai', 'bedrock'],
  ...['bedrock_converse', 'bedrock_mantle', 'cerebras', 'cloudflare', 'cloudflare-workers-ai'],
  ...['cohere_chat', 'converse', 'dashscope', 'databricks', 'deepinfra', 'eu', 'fireworks_ai'],
  ...['friendliai', 'gemini', 'github', 'github-copilot', 'github_copilot', 'global'],
  ...['global-standard', 'gmi', 'google-vertex', 'google-vertex-anthropic', 'google_genai'],
  ...['google_vertexai', 'groq', 'hosted_vllm', 'huggingface', 'hyperbolic', 'invoke'],
  ...['lambda_ai', 'litellm_proxy', 'lm_studio', 'mistral', 'models', 'moonshot', 'nebius'],
  ...['novita', 'nscale', 'nvidia_nim', 'oci', 'ollama', 'ollama_chat', 'openrouter', 'ovhcloud'],
  ...['replicate', 'responses', 'sagemaker', 'sambanova', 'snowflake', 'together_ai', 'us'],
  ...['vercel', 'vercel_ai_gateway', 'vertex', 'vertex_ai', 'vertex_ai_beta', 'vllm', 'wandb'],
  ...['watsonx', 'workers-ai'],
]);

/** What stands before a name without being a route by its whole word. */
const BEFORE = [
  // The address of a model's page, without a further path.
  /^https:\/\/(?:openrouter\.ai|huggingface\.co)\/(?=[^/]+\/[^/]+$)/,
  // As LangChain and Pydantic AI write routes whose models have a maker or a name that is no route.
  /^(?:openrouter|azure_openai|bedrock|bedrock_converse|google_genai|google_vertexai|google-vertex):/,
  // Databricks' endpoints of others' models.
  /^databricks-(?!dbrx)/,
  // A Bedrock ARN, a path of Vertex AI, one of Fireworks.
  /^arn:aws[\w-]*:bedrock:[^/]*\//,
  /^(?:projects\/[^/]+\/locations\/[^/]+\/)?publishers\/[^/]+\/models\//,
  /^accounts\/fireworks\/models\//,
  // A region of Amazon's: us-east-1/…, eu.anthropic.…
  /^[a-z]{2}(?:-[a-z]+)+-\d\//,
  /^(?:us-gov|us|eu|apac|au|jp|ca|global)\.(?=[a-z\d]+\.)/,
];

/** What stands behind one: Vertex AI's kind of service, OpenRouter's presets, the length of a context, terms. */
const BEHIND = [/-maas$/, /@(?:default|latest)$/, /@preset\/[\w-]+$/, /\[1m\]$/, TERM];

/** Names of places that cannot or do not write a version as others do. */
const RESPELT: readonly (readonly [RegExp, string])[] = [
  // Names of deployments on Azure hold no dot.
  [/\bgpt-35\b/, 'gpt-3.5'],
  // Amazon's id of DeepSeek V3.1.
  [/^deepseek\.v3-v1(?::0)?$/, 'deepseek.v3.1'],
];

/** Bedrock's revision of a model, behind its id. Some makers write a version like it. */
const REVISED = [/^(.+)-(v?\d):0(?::\d+k)?$/, /^([a-z\d]+\.[^/]+)-(v1)$/];

/**
 * What may be the name in a text, lower case, without the way the request took and the terms that it
 * was asked on; the most literal reading first. openrouter/openai/gpt-5:nitro is openai/gpt-5.
 */
export function undecoratedNames(text: string): string[] {
  let name = text.trim().toLowerCase();
  for (const part of BEHIND) name = name.replace(part, '');
  for (let rest = withoutRoute(name); rest !== name; rest = withoutRoute(name)) name = rest;
  for (const [written, meant] of RESPELT) name = name.replace(written, meant);
  for (const revised of REVISED) {
    const [, bare, revision] = revised.exec(name) ?? [];
    if (bare !== undefined) return [`${bare}-${revision}`, bare];
  }
  return [name];
}

/** A name without the terms of a request behind it: openai/gpt-5:free is openai/gpt-5. */
export function withoutTerms(name: string): string {
  return name.replace(TERM, '');
}

function withoutRoute(name: string): string {
  for (const part of BEFORE) {
    const rest = name.replace(part, '');
    if (rest !== name) return rest;
  }
  const slash = name.indexOf('/');
  return ROUTES.has(name.slice(0, slash)) ? name.slice(slash + 1) : name;
}
