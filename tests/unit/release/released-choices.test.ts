import { describe, expect, test } from 'vitest';
import type { Range } from '../../../src/estimation/ranges.ts';
import { PER_THOUSAND_OUTPUT_TOKENS } from '../../../src/estimation/workload.ts';
import type { PackagedRelease } from '../../../src/library/packaged-release.ts';
import { levelFromText, levelText, QUALITY_INDICES } from '../../../src/library/quality-level.ts';
import { ReleaseCalculator } from '../../../src/library/release-calculator.ts';
import { tokensJson } from '../../../src/library/rounding.ts';
import { packagedReleaseOf } from '../../../src/published/calculation-json.ts';
import { currentChoices, currentRelease } from '../../../src/release/current.ts';
import { levelsOf } from '../../../src/release/released-choices.ts';
import { againstSentence, amongLowestText, pricedNote } from '../../../src/text/choice.ts';

const { release } = currentRelease();
// As a program gets it: through JSON.
const packaged: PackagedRelease = JSON.parse(JSON.stringify(packagedReleaseOf(currentRelease())));
const calculator = new ReleaseCalculator(packaged);

describe('the choice at each level', () => {
  test('is of every model that scores so much, each once, and none that does not', () => {
    for (const { level, candidates, chosen, highest } of currentChoices()) {
      const able = release.models.filter(
        ({ listed }) => (listed.artificialAnalysis?.[level.index] ?? -1) >= level.least,
      );
      const ids = new Set(candidates.map(({ id }) => id));
      for (const { id, soldAs } of able) expect(ids.has(id) || ids.has(soldAs ?? '')).toBe(true);
      for (const { quality } of [...chosen, highest]) {
        expect(quality).toBeGreaterThanOrEqual(level.least);
      }
    }
  });

  test('has the figures of the index, and leads with the model most often among the lowest', () => {
    for (const { candidates, chosen, highest } of currentChoices()) {
      const shares = chosen.map(({ amongLowest }) => amongLowest);
      expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      for (const { model, gramsCO2e } of [...chosen, highest]) {
        expect(gramsCO2e).toEqual(model.perThousandOutputTokens.gramsCO2e);
      }
      const medians = candidates.map((one) => one.perThousandOutputTokens.gramsCO2e.central);
      expect(highest.gramsCO2e.central).toBe(Math.max(...medians));
    }
  });

  test('is what the package recommends', () => {
    const needs = {
      features: [],
      leastContextTokens: undefined,
      mostUsdPerMillionTokens: undefined,
    };
    const said = ({ id }: { id: string }, amongLowest: number, gramsCO2e: Range) =>
      `${id} ${amongLowest} ${gramsCO2e.low} ${gramsCO2e.high}`;
    // A list may have no indices, and then no level.
    for (const { level, chosen } of currentChoices().slice(-1)) {
      const recommended = calculator.recommend({ ...needs, level }, PER_THOUSAND_OUTPUT_TOKENS);
      expect(
        recommended?.chosen.map((one) => said(one.model, one.amongLowest, one.gramsCO2e)),
      ).toEqual(chosen.map((one) => said(one.model, one.amongLowest, one.gramsCO2e)));
    }
    const tools = { ...needs, features: ['tools'] as const, level: undefined };
    expect(
      calculator.recommend(tools, PER_THOUSAND_OUTPUT_TOKENS)?.candidates.map(({ id }) => id),
    ).toEqual(
      release.models
        .filter(({ listed, soldAs }) => listed.supportsTools && soldAs === undefined)
        .map(({ id }) => id),
    );
  });

  test('is once for a model that is sold under two terms, in the package too', () => {
    for (const { id, soldAs = '', perThousandOutputTokens } of release.models) {
      if (soldAs === '') continue;
      expect(calculator.isOneModel(id, soldAs)).toBe(true);
      expect(tokensJson(calculator.estimate(id, PER_THOUSAND_OUTPUT_TOKENS))).toEqual(
        tokensJson(perThousandOutputTokens),
      );
    }
  });

  test('is there for each level that three models reach, and its address is read back', () => {
    const levels = QUALITY_INDICES.flatMap((index) => levelsOf(index, release.models));
    expect(currentChoices().map(({ level }) => level)).toEqual(levels);
    for (const level of levels) expect(levelFromText(levelText(level))).toEqual(level);
    expect(levelFromText('50')).toEqual({ index: 'intelligence', least: 50 });
    for (const text of ['', 'coding', 'cooking-50', '-50', '50-coding', 'coding-5000']) {
      expect([text, levelFromText(text)]).toEqual([text, undefined]);
    }
  });
});

describe('an answer in words', () => {
  const against = (probabilityLess: number, low: number, central: number, high: number) => ({
    probabilityLess,
    ratio: { low, central, high },
  });

  test('says how many times as much the other emits, and how surely', () => {
    expect(againstSentence('B', against(0.93, 0.05, 0.1, 0.5))).toBe(
      'B emits 10 (2.0–20) times as much; it emits more in 93 of 100 cases.',
    );
  });

  test('says where two cannot be told apart, and where the other emits less', () => {
    expect(againstSentence('B', against(0.55, 0.5, 0.9, 2))).toBe(
      'B can hardly be told from it: it emits more in 55 of 100 cases.',
    );
    expect(againstSentence('B', against(0.2, 1, 3, 9))).toBe(
      'B emits less still, in 80 of 100 cases.',
    );
  });

  test('says how often a model is among the lowest, and what rests on prices', () => {
    expect(amongLowestText(0.764, 3)).toBe('among the 3 lowest in 76 of 100 cases');
    expect(amongLowestText(0.9999, 1)).toBe('the lowest in over 99 of 100 cases');
    expect(pricedNote(0, 4)).toBe('The size of each of them is known.');
    expect(pricedNote(1, 4)).toMatch(/^For 1 of them only the price is known: /);
    expect(pricedNote(3, 4)).toMatch(/^For 3 of them only the price is known: /);
    expect(pricedNote(4, 4)).toMatch(/^For all of them only the price is known: /);
  });
});
