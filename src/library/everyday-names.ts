/** What people call a family of models that no model is called. */
export interface EverydayName {
  /** As it stands among the words of a name. */
  word: string;
  /** Words that a model so called has in its place. */
  means: readonly string[];
  /** Words of those that are not meant. */
  without: readonly string[];
}

/** Families, for a search: none of them says which model. */
export const EVERYDAY_NAMES: readonly EverydayName[] = [
  {
    // OpenAI’s product answers with its GPT chat models, and says its own name alone.
    word: 'chatgpt',
    means: ['openai', 'gpt'],
    without: ['oss', 'audio', 'image', 'codex', 'instruct'],
  },
];

/**
 * Words that exports set behind a name for how long the model may think, by maker: the same model.
 * Only of makers who sell one model for all of these; others give a model that thinks a name so made.
 */
export const EFFORTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['anthropic', ['thinking', 'low', 'medium', 'high']],
  ['openai', ['minimal', 'low', 'medium', 'high', 'xhigh']],
]);
