/** A table in GitHub's Markdown, the first line its head; no cell can break out of its column. */
export function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(tableLine).join('\n');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map(inCell).join(' | ')} |`;
}

/**
 * As text alone, whatever a name holds: no bar, markup or link. Backslashes before one of its marks would
 * undo its own; any end of a line would end the row.
 */
function inCell(text: string): string {
  return text
    .replaceAll(/\\*[|<[`*]/g, (mark) => `${'\\\\'.repeat(mark.length - 1)}\\${mark.at(-1)}`)
    .replaceAll(/[\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
}
