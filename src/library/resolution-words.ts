import type { Resolution } from './find-model.ts';

/** Why a text is not taken for a model, and which it may be, in a sentence or two. */
export function unresolvedWords<Model>(
  text: string,
  { kind, candidates }: Exclude<Resolution<Model>, { kind: 'found' }>,
  wordsOf: (model: Model) => string,
): string {
  const words = candidates.map(wordsOf);
  const said =
    kind === 'ambiguous' && words.length > 1
      ? `“${text}” does not say which model`
      : `“${text}” is not among the estimated models`;
  return words.length === 0
    ? `${said}.`
    : `${said}. Did you mean ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words)}?`;
}
