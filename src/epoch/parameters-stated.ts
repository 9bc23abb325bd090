/** Units that parameters are counted in. */
const UNITS: Readonly<Record<string, number>> = {
  m: 1e6,
  million: 1e6,
  b: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
};

// The upper end of a range, or what follows a decimal comma, is no figure of its own; an activation is a function.
const ACTIVE =
  /(?<![\d.]|\d[,–-]|\d ?[bmt]? ?(?:[–-]|to|or) ?)(\d+(?:\.\d+)?)\s*(m|million|b|billion|t|trillion)\b[^.;,\d]{0,24}\bactiv(?!ation)|\bactiv(?:e|ated|ating)[^.;,\d]{0,24}?(\d+(?:\.\d+)?)\s*(m|million|b|billion|t|trillion)\b/i;

/** Parameters that work on one token, as a note on a mixture of experts says: "975B total, 41B active". */
export function parametersStated(note: string): { active: number } | undefined {
  const found = ACTIVE.exec(note);
  if (found === null) return undefined;
  const [, before, unitBefore, after, unitAfter] = found;
  const unit = UNITS[(unitBefore ?? unitAfter ?? '').toLowerCase()];
  return unit === undefined ? undefined : { active: Number(before ?? after) * unit };
}
