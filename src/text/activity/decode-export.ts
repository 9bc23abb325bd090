import { visibleText } from '../visible-text.ts';
import { UnreadableActivity } from './export-table.ts';

/** What a browser can hold twice without trouble. */
const MOST_MEGABYTES = 100;

/** How files begin that are no text, and what to do about them. */
const NO_TEXT: readonly { begins: readonly number[]; advice: string }[] = [
  {
    begins: [0x50, 0x4b, 0x03, 0x04],
    advice: 'This is a spreadsheet or another packed file. Save it as CSV, or unpack it, first.',
  },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], advice: 'This is a spreadsheet. Save it as CSV first.' },
  { begins: [0x1f, 0x8b], advice: 'This file is compressed. Unpack it first.' },
  { begins: [0x25, 0x50, 0x44, 0x46], advice: 'This is a PDF. Export the usage as CSV instead.' },
  { begins: [0x50, 0x41, 0x52, 0x31], advice: 'This is a Parquet file. Save it as CSV first.' },
];

/**
 * The visible text of an export, in the encodings that spreadsheets write: UTF-8 and UTF-16 with or
 * without a byte order mark, and Windows-1252. Throws UnreadableActivity where it is no text, or too large.
 */
export async function decodedExport(source: Blob): Promise<string> {
  const megabytes = source.size / 1e6;
  if (megabytes > MOST_MEGABYTES) {
    throw new UnreadableActivity(
      `This has ${Math.ceil(megabytes)} MB; up to ${MOST_MEGABYTES} MB can be read here. Take a shorter period, or sum it up by model first.`,
    );
  }
  const bytes = new Uint8Array(await source.arrayBuffer());
  const packed = NO_TEXT.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (packed !== undefined) throw new UnreadableActivity(packed.advice);
  return visibleText(decoded(bytes));
}

function decoded(bytes: Uint8Array): string {
  const begun = beginningOf(bytes);
  // A byte order mark is left away by the decoder.
  if (begun !== undefined) return new TextDecoder(begun).decode(bytes);
  try {
    // As if more were to come, so that a file may be cut off within a letter.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder(mostlyWide(bytes) ?? 'windows-1252').decode(bytes);
  }
}

/** UTF-16, by its mark or by the empty half of its first letters. */
function beginningOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && fourth === 0 && first !== 0) return 'utf-16le';
  if (first === 0 && third === 0 && second !== 0) return 'utf-16be';
  return undefined;
}

/** Enough to tell an encoding, whatever letters a title is in. */
const SAMPLE_BYTES = 4096;

/** UTF-16, by the empty halves of most of its letters. */
function mostlyWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const emptyAt = (half: 0 | 1) =>
    sample.reduce((sum, byte, at) => sum + Number(byte === 0 && at % 2 === half), 0);
  const [high, low] = [emptyAt(0), emptyAt(1)];
  if (Math.max(high, low) * 4 < sample.length) return undefined;
  return low > high ? 'utf-16le' : 'utf-16be';
}
