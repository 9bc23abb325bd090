import { download } from './download.ts';

/** Whether the clipboard took it; without one (a page that is not secure) it did not. */
export async function clipboardTakes(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch {
    return false;
  }
}

/** Copies a picture, or where the browser refuses, downloads it under this name. Returns what to say. */
export async function copyPicture(picture: Promise<Blob>, fileName: string): Promise<string> {
  // The promise itself is handed over: some browsers allow the clipboard only at the click.
  const copied = await clipboardTakes(() =>
    navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]),
  );
  if (copied) return 'Image copied.';
  download(`${fileName}.png`, await picture);
  return 'The browser refused the clipboard, so the image is a download.';
}
