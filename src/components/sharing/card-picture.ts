import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import pLimit from 'p-limit';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { writeAtomically } from '../../catalog/write-atomically.ts';
import { type CardProps, RangeCard } from './RangeCard.tsx';

const require = createRequire(import.meta.url);
const FONTS = [
  '400Regular/SourceSans3_400Regular.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
].map((file) => require.resolve(`@expo-google-fonts/source-sans-3/${file}`));

/** Pictures of earlier builds, by the hash of what they are drawn from. */
const CACHE = path.resolve('node_modules/.cache/cards');

/** A card as SVG. */
export function cardSvg(props: CardProps): string {
  return renderToStaticMarkup(createElement(RangeCard, props));
}

/** Each takes tens of megabytes while it is drawn: more at once would fill the memory of a small machine. */
const fewAtOnce = pLimit(4);

/** Pictures that are being drawn: two pages may have the very same. */
const drawing = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** A card as PNG, drawn in a thread of its own unless an earlier build has drawn the very same. */
export function cardPicture(props: CardProps): Promise<Uint8Array<ArrayBuffer>> {
  const svg = cardSvg(props);
  const hash = createHash('sha256').update(svg).digest('hex');
  const picture = drawing.get(hash) ?? drawn(svg, path.join(CACHE, `${hash}.png`));
  drawing.set(hash, picture);
  return picture;
}

async function drawn(svg: string, cached: string): Promise<Uint8Array<ArrayBuffer>> {
  if (existsSync(cached)) return new Uint8Array(readFileSync(cached));
  const picture = await fewAtOnce(() =>
    renderAsync(svg, {
      font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
    }),
  );
  const png = new Uint8Array(picture.asPng());
  await writeAtomically(cached, png);
  return png;
}
