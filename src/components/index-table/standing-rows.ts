/** More than a screen shows, and so few that the page answers at once. */
const SHOWN_AT_FIRST = 80;

/** So many follow after each paint. */
const AT_ONCE = 300;

/** By the body of a table: the rows that are to stand there. */
const wanted = new WeakMap<Element, readonly HTMLElement[]>();

/**
 * Puts rows into the body of a table: the first that are shown at once, the rest some at a time, each
 * after a paint. Until then those that stood there stay below; in the end only the wanted ones stand.
 * What is put there meanwhile ends it.
 */
export function standRows(body: HTMLElement, rows: readonly HTMLElement[]): void {
  wanted.set(body, rows);
  const isThere =
    body.childElementCount === rows.length &&
    rows.every((row, place) => row === body.children[place]);
  body.toggleAttribute('data-moving', !isThere);
  if (isThere) return;
  const shown = rows.filter(({ hidden }) => !hidden);
  const last = shown[SHOWN_AT_FIRST - 1];
  const first = last === undefined ? rows.length : rows.indexOf(last) + 1;
  body.prepend(...rows.slice(0, first));
  const goOn = (from: number) => {
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (wanted.get(body) !== rows) return;
        rows[from - 1]?.after(...rows.slice(from, from + AT_ONCE));
        if (from + AT_ONCE < rows.length) {
          goOn(from + AT_ONCE);
          return;
        }
        while (body.childElementCount > rows.length) body.lastElementChild?.remove();
        body.toggleAttribute('data-moving', false);
      }),
    );
  };
  goOn(first);
}
