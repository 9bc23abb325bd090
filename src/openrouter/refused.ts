/**
 * A list that must not replace what is known. The message is for a person:
 * the address or file, what was found, what was expected, what to do.
 */
export class Refused extends Error {
  constructor(where: string, why: string) {
    super(`${where}: ${why}`);
    this.name = 'Refused';
  }
}

/** The server answered, and has nothing at this address: an answer about one thing, no sign of trouble. */
export class NothingThere extends Refused {}

/** The message of anything that can be thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
