/** No name and no sentence of a page needs more letters of what a reader's file or link holds. */
const MOST_LETTERS = 120;

/** A text of somebody else's as a sentence can name it: so long a one is cut, and shows that it is. */
export function shortened(text: string, most = MOST_LETTERS): string {
  // By letters: half of a surrogate pair is none.
  const letters = text.length > most ? [...text.slice(0, most * 2)] : [];
  return letters.length > most ? `${letters.slice(0, most).join('')} …` : text;
}
