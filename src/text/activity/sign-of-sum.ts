import type { Cell } from '../written-number.ts';

/**
 * Words for all of something, in the place of a day, a user or another thing by which rows are told apart;
 * and for what asks models several times, as spans of agents do that hold those of their answers.
 */
const WORD_FOR_ALL =
  /^\W{0,2}(?:all(?: \w+)?|alle|tous|toutes|todos|overall|(?:(?:grand|sub|sous)[ -]?)?totals?|(?:gesamt|teil)(?:ergebnis|summe)?|zwischensumme|ergebnis|(?:invoke_)?agent|chain|workflow)\W{0,2}$|^[*Σ]$/i;

/** How a cell is written that says nothing. */
const SAYS_NOTHING = /^(?:null|none|nan|n\/a|nil|undefined|-|–|—|\(blank\))?$/i;

/** A month, a week, a quarter or a year, where others say a day. */
const LONGER_THAN_DAY = /^(?:19|20)\d\d(?:[-/.]?(?:\d\d|[QW]\d{1,2}))?$/i;

/**
 * What in a row may show that it adds others up: a word such as "all" beside the model, a month in the place
 * of a day, or nothing where others say a day or a user, as databases leave it in the rows of a rollup.
 */
export interface SignOfSum {
  isWord: boolean;
  /** Where it stands: rows of one level of sums have it in the same columns. */
  places: string;
}

/** The sign in a row, by the columns that tell rows apart beside the model; some of them say days. */
export function signOfSum(
  cells: readonly Cell[],
  labelsAt: readonly number[],
  daysAt: readonly number[],
): SignOfSum | undefined {
  let isWord = false;
  let places = '';
  for (const place of labelsAt) {
    const text = String(cells[place] ?? '').trim();
    const isForAll =
      WORD_FOR_ALL.test(text) || (daysAt.includes(place) && LONGER_THAN_DAY.test(text));
    isWord ||= isForAll;
    if (isForAll || SAYS_NOTHING.test(text)) places += ` ${place}`;
  }
  return places === '' ? undefined : { isWord, places };
}
