/** A word of the site and what it means here. */
export interface GlossaryEntry {
  /** The anchor of the word. */
  id: string;
  word: string;
  meaning: string;
  /** The standard that the word comes from. */
  standard?: string;
  unit?: string;
  /** Where more is said. */
  more?: { href: string; text: string };
}
