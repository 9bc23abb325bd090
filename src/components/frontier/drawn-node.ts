/** A part of a page as data, so that the server and the browser draw the same from it. */
export interface DrawnElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly DrawnNode[];
}

export type DrawnNode = DrawnElement | string;

/** An element with these attributes, without those that are undefined. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly DrawnNode[]
): DrawnElement {
  return {
    tag,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    ),
    children,
  };
}
