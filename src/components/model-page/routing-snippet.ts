import { routingBodies } from './routing-body.ts';

/** Shows the request bodies for the endpoint that the reader chooses. */
class RoutingSnippet extends HTMLElement {
  connectedCallback() {
    const select = this.querySelector('select');
    select?.addEventListener('change', () => this.#show(select));
    // A browser that restores the choice on the way back does not say so.
    if (select !== null) this.#show(select);
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

customElements.define('routing-snippet', RoutingSnippet);
