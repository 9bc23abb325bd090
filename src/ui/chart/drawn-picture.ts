import { COLOURS, emptyPicture, line, shape, text } from './picture.ts';

/** What stylesheets say of a drawing, which a picture by itself has to say, with what holds unsaid. */
const DRAWN: Readonly<Record<string, string>> = {
  color: 'rgb(0, 0, 0)',
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'font-size': '16px',
  'font-style': 'normal',
  'font-weight': '400',
  opacity: '1',
  'paint-order': 'normal',
  r: '0px',
  stroke: 'none',
  'stroke-dasharray': 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'text-anchor': 'start',
  'vector-effect': 'none',
};

const MARGIN = { top: 52, right: 44, bottom: 96, left: 64 };
const FINDING = { size: 18, lineHeight: 25, letterWidth: 9 };

/** What a picture says besides its drawing. */
export interface PictureWords {
  /** What it shows, in a sentence; it takes as many lines as it needs. */
  finding: string;
  /** What is drawn upwards, and to the right. */
  axes: { up: string; right: string };
  /** Where it comes from, a line each. */
  from: readonly [string, string];
}

/**
 * A drawing of the page as a picture that stands by itself, at the size that it has on the screen and
 * always ink on paper. `symbols` are drawn by its uses; `frame` is where it stands, whose styles it takes.
 */
export function drawnPicture(
  frame: HTMLElement,
  drawing: SVGSVGElement,
  symbols: Element | null,
  { finding, axes, from }: PictureWords,
): SVGSVGElement {
  const { width, height } = drawing.getBoundingClientRect();
  const lines = linesOf(finding, (MARGIN.left + width) / FINDING.letterWidth);
  const left = MARGIN.left;
  const top = MARGIN.top + lines.length * FINDING.lineHeight;
  const bottom = top + height;
  const picture = emptyPicture(
    Math.round(MARGIN.left + width + MARGIN.right),
    Math.round(bottom + MARGIN.bottom),
  );
  const drawn = withOwnStyles(frame, drawing);
  drawn.setAttribute('x', String(left));
  drawn.setAttribute('y', String(top));
  drawn.setAttribute('width', String(width));
  drawn.setAttribute('height', String(height));
  drawn.setAttribute('overflow', 'visible');
  const defined = shape('defs', {});
  defined.append(...[...(symbols?.children ?? [])].map((symbol) => symbol.cloneNode(true)));
  picture.append(
    defined,
    ...lines.map((words, index) =>
      text(words, {
        x: 20,
        y: 34 + index * FINDING.lineHeight,
        size: FINDING.size,
        weight: 600,
      }),
    ),
    text(axes.up, { x: 20, y: top - 20, size: 13, fill: COLOURS.quiet }),
    drawn,
    line(left, top, left, bottom, COLOURS.ink),
    line(left, bottom, left + width, bottom, COLOURS.ink),
    text(axes.right, { x: left + width, y: bottom + 42, size: 13, weight: 600, end: true }),
    text(from[0], { x: 20, y: bottom + 66, size: 13, fill: COLOURS.quiet }),
    text(from[1], { x: 20, y: bottom + 84, size: 12, fill: COLOURS.quiet }),
  );
  for (const part of picture.querySelectorAll('[fill="var(--paper)"]')) {
    part.setAttribute('fill', COLOURS.paper);
  }
  return picture;
}

/** Words in lines of at most so many letters, since SVG breaks none. */
function linesOf(words: string, most: number): string[] {
  const lines = [''];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A copy that says by itself what the page's stylesheets say of it, without what they hide. */
function withOwnStyles(frame: HTMLElement, drawing: SVGSVGElement): SVGSVGElement {
  const place = document.createElement('div');
  place.style.cssText = 'position:absolute;visibility:hidden;color-scheme:light';
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return drawing;
  place.append(copy);
  frame.append(place);
  const styled = [...copy.querySelectorAll('*')].map((part) => {
    const style = getComputedStyle(part);
    const said = Object.entries(DRAWN).flatMap(([name, unsaid]) => {
      const value = style.getPropertyValue(name);
      return value === '' || value === unsaid ? [] : [[name, value] as const];
    });
    // Of an inner drawing alone it says something.
    const overflow = part instanceof SVGSVGElement ? [['overflow', style.overflow] as const] : [];
    return { part, said: [...said, ...overflow], isHidden: style.display === 'none' };
  });
  place.remove();
  for (const { part, said, isHidden } of styled) {
    if (isHidden || part.localName === 'title') {
      part.remove();
      continue;
    }
    part.removeAttribute('class');
    part.removeAttribute('style');
    const href = part.localName === 'a' ? part.getAttribute('href') : null;
    if (href !== null) part.setAttribute('href', new URL(href, location.href).href);
    for (const [name, value] of said) part.setAttribute(name, value);
  }
  return copy;
}
