/** What an element held, to be put back: as nodes, since markup in a text is nothing that pages read. */
export class KeptContent {
  readonly #place: Element;
  readonly #nodes: readonly Node[];
  readonly #html: string;

  constructor(place: Element) {
    this.#place = place;
    this.#nodes = [...place.childNodes].map((node) => node.cloneNode(true));
    this.#html = place.innerHTML;
  }

  /** Puts it back, where something else stands there now. */
  restore(): void {
    if (this.#place.innerHTML === this.#html) return;
    this.#place.replaceChildren(...this.#nodes.map((node) => node.cloneNode(true)));
  }
}
