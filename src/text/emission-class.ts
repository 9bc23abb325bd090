import { type EmissionClass, NEW_CLASS_AT_PROBABILITY } from '../estimation/emission-class.ts';
import { casesText } from '../library/cases-text.ts';

/** A class as sentences have it: "class 6 of 13, with 36 others". */
export function classText({ place, of, others }: EmissionClass): string {
  return `class ${place} of ${of}, ${companyText({ others })}`;
}

/** With how many others a model shares its class: "alone", "with 1 other", "with 36 others". */
export function companyText({ others }: Pick<EmissionClass, 'others'>): string {
  return others === 0 ? 'alone' : `with ${others} ${others === 1 ? 'other' : 'others'}`;
}

/** What a class is, as a hint. */
export const CLASS_MEANING = `Class 1 emits least. Models of one class can hardly be told apart; each class begins with a model that emits more than the first of the class before it in at least ${casesText(NEW_CLASS_AT_PROBABILITY)} cases.`;
