import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import pLimit from 'p-limit';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import sharp from 'sharp';
import { writeAtomically } from '../../catalog/write-atomically.ts';
import { MILLISECONDS_PER_DAY } from '../../library/days.ts';
import { type CardProps, RangeCard } from './RangeCard.tsx';

const require = createRequire(import.meta.url);
const FONTS = [
  '400Regular/SourceSans3_400Regular.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
].map((file) => require.resolve(`@expo-google-fonts/source-sans-3/${file}`));

/** What draws and packs the pictures: another version may do so otherwise. */
const DRAWN_BY = `resvg ${require('@resvg/resvg-js/package.json').version}, sharp ${sharp.versions.sharp}`;

/** Pictures of earlier builds, by the hash of what they are drawn from and by. */
const CACHE = path.resolve('node_modules/.cache/cards');

/** A picture that no build has asked for in so many days is forgotten. */
const KEPT_DAYS = 60;

const drawings = new WeakMap<CardProps, string>();

/** A card as SVG, made once for whoever asks: the picture and the drawing are files of their own. */
export function cardSvg(props: CardProps): string {
  const svg = drawings.get(props) ?? renderToStaticMarkup(createElement(RangeCard, props));
  drawings.set(props, svg);
  return svg;
}

/** Each takes tens of megabytes while it is drawn: more at once would fill the memory of a small machine. */
const fewAtOnce = pLimit(4);

/** Files of pictures that are being drawn: two pages may have the very same. */
const drawing = new Map<string, Promise<void>>();

/**
 * Draws cards in threads of their own, a few at a time, for whoever asks for their pictures later. The
 * pictures wait in files: thousands would fill the memory.
 */
export function drawCards(cards: readonly CardProps[]): void {
  forgetOld();
  // Whoever asks for a picture gets the error; nobody may ask for those after it.
  for (const card of cards) drawn(card).catch(() => undefined);
}

/** A card as PNG, drawn in a thread of its own unless an earlier build has drawn the very same. */
export async function cardPicture(props: CardProps): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(readFileSync(await drawn(props)));
}

/** The file of a card's picture, once it is there. */
async function drawn(props: CardProps): Promise<string> {
  const hash = createHash('sha256').update(DRAWN_BY).update(cardSvg(props)).digest('hex');
  const file = path.join(CACHE, `${hash}.png`);
  const picture =
    drawing.get(hash) ??
    (existsSync(file) ? keep(file) : fewAtOnce(() => draw(cardSvg(props), file)));
  drawing.set(hash, picture);
  await picture;
  return file;
}

async function draw(svg: string, file: string): Promise<void> {
  const { pixels, width, height } = await renderAsync(svg, {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
  });
  // resvg packs on the thread that asks, and half again as large.
  const png = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
  await writeAtomically(file, new Uint8Array(png));
}

/** Says that a picture is in use. */
function keep(file: string): Promise<void> {
  return utimes(file, new Date(), new Date());
}

function forgetOld(): void {
  for (const file of globSync('*.png', { cwd: CACHE }).map((name) => path.join(CACHE, name))) {
    const days = (Date.now() - statSync(file).mtimeMs) / MILLISECONDS_PER_DAY;
    if (days > KEPT_DAYS) rmSync(file, { force: true });
  }
}
