import { EVIDENCE_PATTERNS, type Pattern, RANGE_SHAPE } from './range-shape.ts';

/**
 * The stylesheet that draws a range in a table: an element of class `range-bar` with the style
 * of barStyle, inside one whose `data-evidence` says the pattern or with its own. Patterns are tiled plain
 * gradients, since repeating gradients get lost in PDF. `range-bar-plain` says nothing of evidence;
 * `range-sample` is a sample of the pattern alone, for legends.
 */
export function rangeStyles(): string {
  const { height, cap, line, plainLine, median } = RANGE_SHAPE;
  const top = (part: { height: number }) => `${(height - part.height) / 2}px`;
  return `
.range-bar {
  position: relative;
  display: block;
  height: ${height}px;
  print-color-adjust: exact;
}
.range-bar::before {
  content: "";
  position: absolute;
  top: ${top(cap)};
  left: calc(var(--l) * 1%);
  width: calc((var(--h) - var(--l)) * 1%);
  height: ${cap.height}px;
  --cap: linear-gradient(var(--bar), var(--bar));
  background:
    var(--cap) left / ${cap.width}px ${cap.height}px no-repeat,
    var(--cap) right / ${cap.width}px ${cap.height}px no-repeat,
    var(--line, linear-gradient(var(--bar), var(--bar))) left center / var(--tile, ${line}px) var(--thickness, ${line}px) repeat-x;
}
.range-bar::after {
  content: "";
  position: absolute;
  top: ${top(median)};
  left: calc(var(--m) * 1% - ${median.width / 2}px);
  width: ${median.width}px;
  height: ${median.height}px;
  background: var(--accent);
  box-shadow: 0 0 0 ${median.paper}px var(--paper);
}
${Object.entries(EVIDENCE_PATTERNS).map(patternStyles).join('')}
.range-bar-plain {
  --thickness: ${plainLine}px;
}
.range-sample {
  display: inline-block;
  width: 34px;
  vertical-align: -3px;
  --l: 0;
  --h: 100;
  --m: 50;
}
.range-sample::after {
  display: none;
}
.range-sample::before {
  --cap: none;
}`;
}

function patternStyles([evidence, pattern]: [string, Pattern | undefined]): string {
  if (pattern === undefined) return '';
  const { ink, gap, isDots = false } = pattern;
  const radius = ink / 2;
  const tile = isDots
    ? `radial-gradient(circle at ${radius}px 50%, var(--bar) ${radius}px, transparent ${radius + 0.1}px)`
    : `linear-gradient(90deg, var(--bar) ${ink}px, transparent ${ink}px)`;
  return `
[data-evidence="${evidence}"] {
  --line: ${tile};
  --tile: ${ink + gap}px;
}`;
}
