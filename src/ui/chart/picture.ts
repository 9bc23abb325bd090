import { onPaper } from '../palette.ts';
import type { Stroke } from './range-shape.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** What pictures are drawn in: always ink on paper. */
export const COLOURS = {
  paper: onPaper('paper'),
  ink: onPaper('ink'),
  quiet: onPaper('ink-2'),
  bar: onPaper('bar'),
  grid: onPaper('grid'),
} as const;

export type Attributes = Readonly<Record<string, string | number>>;

/** An empty picture of so many units, on paper. */
export function emptyPicture(width: number, height: number): SVGSVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  picture.setAttribute('width', String(width));
  picture.setAttribute('height', String(height));
  picture.setAttribute('font-family', '"Source Sans 3", "Helvetica Neue", Arial, sans-serif');
  picture.append(shape('rect', { width, height, fill: COLOURS.paper }));
  return picture;
}

export interface PictureText {
  x: number;
  y: number;
  size: number;
  weight?: number;
  fill?: string;
  middle?: boolean;
  end?: boolean;
}

/** Words in a picture, in ink where no colour is said. */
export function text(
  words: string,
  { x, y, size, weight = 400, fill = COLOURS.ink, middle = false, end = false }: PictureText,
): Element {
  const anchor = end ? 'end' : middle ? 'middle' : 'start';
  const element = shape('text', {
    x,
    y,
    fill,
    'font-size': size,
    'font-weight': weight,
    'text-anchor': anchor,
  });
  element.textContent = words;
  return element;
}

/** A hairline in a picture. */
export function line(x1: number, y1: number, x2: number, y2: number, stroke: string): Element {
  return shape('line', { x1, y1, x2, y2, stroke, 'stroke-width': 1 });
}

/** One stroke of a range in a picture. */
export function strokeShape({ x1, x2, y1, y2, width, colour, dashes }: Stroke): Element {
  return shape('line', {
    x1,
    x2,
    y1,
    y2,
    stroke: onPaper(colour),
    'stroke-width': width,
    ...(dashes && { 'stroke-dasharray': dashes.join(' ') }),
  });
}

/** An element of a picture. */
export function shape(name: string, attributes: Attributes): Element {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, String(value));
  }
  return element;
}

/** Twice as many pixels as units, for sharp screens. */
const SCALE = 2;

/** Draws a picture onto a canvas. Rejects where the browser cannot. */
export async function pngOf(picture: SVGSVGElement): Promise<Blob> {
  const { width, height } = picture.viewBox.baseVal;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The browser could not draw the picture'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** A picture as the text of a file. */
export function svgText(picture: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(picture);
}
