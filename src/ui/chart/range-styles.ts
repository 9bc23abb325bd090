import { EVIDENCE_PATTERNS, type Pattern, RANGE_SHAPE } from './range-shape.ts';

/**
 * The stylesheet that draws a range in a table: an element of class `range-bar` with the style
 * of barStyle, inside one whose `data-evidence` says the pattern or with its own. Patterns are tiled plain
 * gradients, since repeating gradients get lost in PDF. `range-bar-plain` says nothing of evidence;
 * `range-sample` is a sample of the pattern alone, for legends.
 */
export function rangeStyles(): string {
  const { height, cap, line, end, plainLine, median } = RANGE_SHAPE;
  const top = (part: { height: number }) => `${(height - part.height) / 2}px`;
  return `
.range-bar {
  position: relative;
  display: block;
  height: ${height}px;
  print-color-adjust: exact;
  --low: calc(var(--l) * 1%);
  --high: calc(var(--h) * 1%);
  --cap: linear-gradient(var(--bar), var(--bar));
  background:
    var(--cap) var(--low) / ${cap.width}px ${cap.height}px no-repeat,
    var(--cap) var(--high) / ${cap.width}px ${cap.height}px no-repeat,
    linear-gradient(90deg, transparent var(--low), var(--bar) 0 var(--high), transparent 0) center / 100% ${end}px no-repeat;
}
.range-bar::before {
  content: "";
  position: absolute;
  top: ${top({ height: line })};
  left: calc(var(--p, var(--l)) * 1%);
  width: calc((var(--q, var(--h)) - var(--p, var(--l))) * 1%);
  height: ${line}px;
  background: var(--line, linear-gradient(var(--bar), var(--bar))) left center / var(--tile, ${line}px) var(--thickness, ${line}px) repeat-x var(--paper);
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
@media (forced-colors: active) {
  .range-bar {
    forced-color-adjust: none;
    --bar: CanvasText;
    --paper: Canvas;
    --accent: Highlight;
  }
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
  background: none;
}
.range-sample::after {
  display: none;
}`;
}

function patternStyles([evidence, pattern]: [string, Pattern | undefined]): string {
  if (pattern === undefined) return '';
  const { ink, gap } = pattern;
  return `
[data-evidence="${evidence}"] {
  --line: linear-gradient(90deg, var(--bar) ${ink}px, transparent ${ink}px);
  --tile: ${ink + gap}px;
}`;
}
