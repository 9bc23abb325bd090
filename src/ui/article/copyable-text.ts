/** Copies the text that it stands around, and says whether that went well. */
class CopyableText extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => void this.#copy());
  }

  async #copy(): Promise<void> {
    const copied = await navigator.clipboard
      .writeText(this.querySelector('code')?.textContent ?? '')
      .then(() => true)
      .catch(() => false);
    const output = this.querySelector('output');
    if (output !== null) {
      output.textContent = copied
        ? 'Copied'
        : 'The browser did not allow it: select the text instead';
    }
  }
}

customElements.define('copyable-text', CopyableText);
