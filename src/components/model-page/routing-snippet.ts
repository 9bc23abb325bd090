import { routingBodies } from './routing-body.ts';

/** Shows the request bodies for the endpoint that the reader chooses, and copies them. */
class RoutingSnippet extends HTMLElement {
  connectedCallback() {
    const select = this.querySelector('select');
    select?.addEventListener('change', () => this.#show(select));
    // A browser that restores the choice on the way back does not say so.
    if (select !== null) this.#show(select);
    for (const figure of this.querySelectorAll('figure')) {
      figure.querySelector('button')?.addEventListener('click', () => void copy(figure));
    }
  }

  #show(select: HTMLSelectElement) {
    const quantization = select.selectedOptions[0]?.dataset.quantization;
    const bodies = routingBodies(this.dataset.model ?? '', { tag: select.value, quantization });
    for (const kind of ['only', 'first'] as const) {
      const code = this.querySelector(`[data-body=${kind}] code`);
      if (code !== null) code.textContent = bodies[kind];
    }
    for (const output of this.querySelectorAll('output')) output.textContent = '';
  }
}

async function copy(figure: HTMLElement): Promise<void> {
  const output = figure.querySelector('output');
  const copied = await navigator.clipboard
    .writeText(figure.querySelector('code')?.textContent ?? '')
    .then(() => true)
    .catch(() => false);
  if (output !== null) {
    output.textContent = copied
      ? 'Copied'
      : 'The browser did not allow it: select the text instead';
  }
}

customElements.define('routing-snippet', RoutingSnippet);
