#!/usr/bin/env node
import process from 'node:process';
import { OutOfBounds } from '../library/bounds.ts';
import { UnknownGrid } from '../library/grid-site.ts';
import type { PackagedRelease } from '../library/packaged-release.ts';
import { AbilitiesUnknown } from '../library/recommendation.ts';
import {
  OtherMethod,
  ReleaseCalculator,
  TooLong,
  UnknownModel,
} from '../library/release-calculator.ts';
import type { Answer } from './answer.ts';
import { answerComparison, answerEstimate } from './answers.ts';
import { type CommandLine, readCommandLine, WrongUse } from './command-line.ts';
import { HELP } from './help.ts';
import { EXIT, verdictOn } from './limit.ts';
import { NoRelease, readRelease } from './read-release.ts';
import { NoUsage, readUsage } from './read-usage.ts';
import { answerRecommendation, NoneFits } from './recommendation-answer.ts';
import { answerUsage, NothingEstimated } from './usage-answer.ts';

/** The command line of the package: answers go to stdout, what cannot be done to stderr, with exit code 1. */

try {
  const asked = readCommandLine(process.argv.slice(2));
  if (asked.command === 'help') console.log(HELP);
  else await answer(asked);
} catch (error) {
  const said = wordsOf(error);
  if (said === undefined) throw error;
  console.error(said);
  process.exitCode = EXIT.noAnswer;
}

async function answer(asked: CommandLine): Promise<void> {
  const release = await readRelease(asked.release);
  const answered = await answerTo(asked, new ReleaseCalculator(release), release);
  const verdict = asked.limit && verdictOn(answered, asked.limit);
  console.log(
    asked.json
      ? JSON.stringify({ ...answered.json, ...verdict?.json }, undefined, 2)
      : answered.text,
  );
  if (verdict === undefined) return;
  console.error(verdict.said);
  process.exitCode = verdict.exitCode;
}

async function answerTo(
  asked: CommandLine,
  calculator: ReleaseCalculator,
  release: PackagedRelease,
): Promise<Answer> {
  switch (asked.command) {
    case 'compare':
      return answerComparison(asked, calculator, release);
    case 'recommend':
      return answerRecommendation(asked, calculator, release);
    case 'usage':
      return answerUsage(asked, calculator, release, await readUsage(asked.names[0] ?? '-'));
    default:
      return answerEstimate(asked, calculator, release);
  }
}

/** What a person can mend, in words; undefined for a mistake of the program. */
function wordsOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof WrongUse || isUnknownOption(error)) {
    return `${error.message}\nSee: llm-carbon-index --help`;
  }
  const mendable = [
    UnknownModel,
    UnknownGrid,
    OtherMethod,
    TooLong,
    OutOfBounds,
    NoRelease,
    NoUsage,
    NothingEstimated,
    NoneFits,
    AbilitiesUnknown,
  ];
  return mendable.some((kind) => error instanceof kind)
    ? error.message.replace(/[^.?]$/, '$&.')
    : undefined;
}

function isUnknownOption(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
