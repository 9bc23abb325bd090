/** An element that listens, to the page around it too, for as long as it stands in a page. */
export abstract class ListeningElement extends HTMLElement {
  #listening = new AbortController();

  /** Begins; called whenever it is put into a page. What is listened to ends with the signal. */
  protected abstract listen(signal: AbortSignal): void;

  connectedCallback() {
    this.listen(this.#listening.signal);
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#listening = new AbortController();
  }
}
