/** As many rows as several screens show: more at once would keep the page from answering. */
const AT_ONCE = 300;

/** By the body of a table: the rows that are to stand there. */
const wanted = new WeakMap<Element, readonly Element[]>();

/**
 * Puts the rows of a long list into the body of a table: the first at once, the rest a few at a time, after
 * each has been painted. What is put there meanwhile ends it.
 */
export function standRows(body: Element, rows: readonly Element[]): void {
  const standing = wanted.get(body);
  if (standing?.length === rows.length && rows.every((row, at) => row === standing[at])) return;
  wanted.set(body, rows);
  body.replaceChildren(...rows.slice(0, AT_ONCE));
  const goOn = (from: number) => {
    if (from >= rows.length) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (wanted.get(body) !== rows) return;
        body.append(...rows.slice(from, from + AT_ONCE));
        goOn(from + AT_ONCE);
      }),
    );
  };
  goOn(AT_ONCE);
}
