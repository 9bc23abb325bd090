#!/usr/bin/env node
import process from 'node:process';
import { UnknownGrid } from '../library/grid-site.ts';
import {
  OtherMethod,
  ReleaseCalculator,
  TooLong,
  UnknownModel,
} from '../library/release-calculator.ts';
import { answerComparison, answerEstimate } from './answers.ts';
import { HELP, readCommandLine, WrongUse } from './command-line.ts';
import { NoRelease, readRelease } from './read-release.ts';

/** The command line of the package: answers go to stdout, what cannot be done to stderr, with exit code 1. */

try {
  const asked = readCommandLine(process.argv.slice(2));
  if (asked.command === 'help') {
    console.log(HELP);
  } else {
    const release = await readRelease(asked.release);
    const calculator = new ReleaseCalculator(release);
    const answer = asked.command === 'estimate' ? answerEstimate : answerComparison;
    const { text, json } = answer(asked, calculator, release);
    console.log(asked.json ? JSON.stringify(json, undefined, 2) : text);
  }
} catch (error) {
  const said = wordsOf(error);
  if (said === undefined) throw error;
  console.error(said);
  process.exitCode = 1;
}

/** What a person can mend, in words; undefined for a mistake of the program. */
function wordsOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof WrongUse || isUnknownOption(error)) {
    return `${error.message}\nSee: llm-carbon-index --help`;
  }
  const mendable = [UnknownModel, UnknownGrid, OtherMethod, TooLong, NoRelease];
  return mendable.some((kind) => error instanceof kind)
    ? error.message.replace(/[^.?]$/, '$&.')
    : undefined;
}

function isUnknownOption(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
