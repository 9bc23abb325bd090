/**
 * The version of the estimation method; CHANGELOG.md says what each one changed. It rises with
 * every change of a formula, a distribution or a coefficient, and with nothing else.
 */
export const METHOD_VERSION = '2.0';
