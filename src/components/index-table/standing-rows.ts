/** More than a screen shows, and so few that the page answers at once. */
const AT_FIRST = 80;

/** So many follow after each paint. */
const AT_ONCE = 300;

/** By the body of a table: the rows that are to stand there. */
const wanted = new WeakMap<Element, readonly Element[]>();

/**
 * Puts the rows of a long list into the body of a table: the first at once, the rest a few at a time, after
 * each has been painted. What is put there meanwhile ends it.
 */
export function standRows(body: HTMLElement, rows: readonly Element[]): void {
  const standing = wanted.get(body);
  if (standing?.length === rows.length && rows.every((row, at) => row === standing[at])) return;
  wanted.set(body, rows);
  // Whoever has scrolled down stays there while rows are missing.
  body.style.minHeight = rows.length > AT_FIRST ? `${body.offsetHeight}px` : '';
  body.replaceChildren(...rows.slice(0, AT_FIRST));
  const goOn = (from: number) => {
    if (from >= rows.length) {
      body.style.minHeight = '';
      return;
    }
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (wanted.get(body) !== rows) return;
        body.append(...rows.slice(from, from + AT_ONCE));
        goOn(from + AT_ONCE);
      }),
    );
  };
  goOn(AT_FIRST);
}
