import { visibleText } from './visible-text.ts';

const MOST_QUOTED = 60;

/** What a reader or a link wrote, as a sentence quotes it: so long a text is cut, and says what nobody sees. */
export function quoted(text: string): string {
  const visible = visibleText(text);
  const letters = [...visible];
  const said =
    letters.length > MOST_QUOTED ? `${letters.slice(0, MOST_QUOTED).join('')}…` : visible;
  return visible === text ? `“${said}”` : `“${said}” (with characters that nobody sees)`;
}
