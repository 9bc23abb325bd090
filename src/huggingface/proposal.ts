import { stringify } from 'yaml';
import { SourceFile } from '../catalog/source.ts';

/** The first line of a proposed file. */
export function headOf(command: string, today: string, place: string): string {
  return `# Proposed by npm run ${command} on ${today}. Look it over, then move it to ${place}.\n`;
}

/** The id of the source that a repository is. */
export function sourceId(repository: string): string {
  return `hub-${slugOf(repository)}`;
}

/** A text in small letters and digits with hyphens. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The repositories as sources, in the form of data/sources.yaml. `read` says what of them was read. */
export function sourceFileText(
  repositories: readonly string[],
  read: string,
  today: string,
): string {
  const sources = repositories.map((repository) => {
    const [maker = repository, name = repository] = repository.split('/');
    return [
      sourceId(repository),
      {
        title: `${name} on Hugging Face (${read}), ${today}`,
        publisher: `${maker}, on Hugging Face`,
        year: Number(today.slice(0, 4)),
        url: `https://huggingface.co/${repository}`,
        licence: "the model's own licence; facts only",
        read: 'primary',
      },
    ] as const;
  });
  return stringify(SourceFile.parse(Object.fromEntries(sources)));
}
