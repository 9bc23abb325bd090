import { pathOnSite, sitePath } from '../../ui/link/site-path.ts';

/** Looks among the models for what an address that leads nowhere may have meant, and puts its words into the search. */
async function suggest(field: HTMLInputElement, said: HTMLElement): Promise<void> {
  const name = nameIn(pathOnSite(location.pathname));
  if (name === '') return;
  field.value = name.replaceAll(/[/_-]+/g, ' ');
  const { knownNames } = await import('../../query/known-names.ts');
  const { finder } = await knownNames();
  const resolution = finder.resolve(name);
  const models = resolution.kind === 'found' ? [resolution.model] : resolution.candidates;
  if (models.length === 0) return;
  said.textContent = 'Did you look for ';
  for (const [index, model] of models.entries()) {
    const link = document.createElement('a');
    link.href = sitePath(`/models/${model.id}/`);
    link.textContent = model.name;
    said.append(index === 0 ? '' : ', ', link);
  }
  said.append('?');
}

/** What an address names, without the folder of its kind and the ending of a file. */
function nameIn(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll(
      /^\/(?:(?:models|badge|embed|reports|og)\/)?|\/$|\.(?:html|json|csv|xlsx|svg|png)$/g,
      '',
    );
  } catch {
    return '';
  }
}

const field = document.querySelector<HTMLInputElement>('main input[type=search]');
const said = document.querySelector<HTMLElement>('[data-suggested]');
// The search is there without it.
if (field !== null && said !== null) void suggest(field, said).catch(() => undefined);
