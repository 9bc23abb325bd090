/** The rows of each page of a table that is too long for one. */
export function pagesOf<Row>(rows: readonly Row[], rowsAPage: number): (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / rowsAPage) }, (_, at) =>
    rows.slice(at * rowsAPage, (at + 1) * rowsAPage),
  );
}

/** The last part of the path of a page; the first has none. */
export function pageSlug(at: number): string | undefined {
  return at === 0 ? undefined : String(at + 1);
}
