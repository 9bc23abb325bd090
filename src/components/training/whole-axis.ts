import { axisBackground } from '../../ui/chart/axis-background.ts';
import { redrawAxisHead } from '../../ui/chart/axis-head-redraw.ts';
import type { LogAxis } from '../../ui/chart/log-axis.ts';
import { writeOwnStyle } from '../../ui/own-style.ts';

/** Shows the whole axis in a table of which the server has drawn a part: rows of other pages stand there, too. */
export function showWholeAxis(table: Element, axis: LogAxis): void {
  writeOwnStyle(table, `--gl:${axisBackground(axis)};--stretch:1;--shift:0`);
  const head = table.querySelector('th.chart');
  if (head !== null) redrawAxisHead(head, axis, []);
}
