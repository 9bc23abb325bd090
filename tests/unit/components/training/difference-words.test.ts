import { describe, expect, test } from 'vitest';
import { differenceText, paperText } from '../../../../src/components/training/difference-words.ts';
import { currentData } from '../../../../src/release/current.ts';
import { currentTraining } from '../../../../src/release/training.ts';
import { quantityText } from '../../../../src/text/numbers.ts';

const stated = currentTraining().runs.flatMap((run) =>
  run.statements.map(([key, statement]) => ({ key, run, statement })),
);
const [first] = stated.filter(({ statement }) => typeof statement.tonnesCO2e === 'number');

describe('why the figures of others differ', () => {
  test('is said of every stated figure, with what is recorded of it', () => {
    const compared = stated.filter(({ statement }) => statement.tonnesCO2e !== undefined);
    expect(compared.length).toBeGreaterThan(20);
    for (const { key, run, statement } of compared) {
      const { megawattHours, gramsPerKilowattHour, accounting, energy } = statement;
      const text = differenceText(run, statement)!;
      expect(text, key).toMatch(/^Ours is .+\. .+\.$|the two figures count different things\.$/);
      const said = text.replaceAll(/[\u202f\u2009\u00a0\s](?=\d{3})/g, '');
      if (megawattHours !== undefined) expect(said, key).toContain(`${megawattHours} MWh`);
      if (gramsPerKilowattHour !== undefined) {
        expect(said, key).toContain(`${gramsPerKilowattHour} gCO₂e/kWh`);
      }
      expect(text.includes('by contracts'), key).toBe(accounting !== 'location-based');
      expect(text.includes('PUE'), key).toBe(energy?.powerUsageEffectiveness !== undefined);
    }
    expect(
      stated.filter(({ run, statement }) => paperText(run, statement, currentData().training.paper))
        .length,
    ).toBeGreaterThan(5);
  });

  test('says how many times the stated figure ours is', () => {
    const { run, statement } = first!;
    const ours = run.facility.tonnesCO2e.central;
    const text = (tonnesCO2e: number) =>
      differenceText(run, {
        ...statement,
        counts: 'final-runs',
        accounting: 'unstated',
        tonnesCO2e,
      });
    expect(text(ours / 2)).toMatch(/^Ours is 2\.0 times the stated figure\. /);
    expect(text(ours * 4)).toMatch(/^Ours is 25\s%\sof the stated figure\. /);
    expect(text(ours)).toMatch(/^Ours is within a tenth of the stated figure\. /);
  });

  test('compares no figure of something else', () => {
    const { run, statement } = first!;
    const text = (changes: Partial<typeof statement>) =>
      differenceText(run, { ...statement, ...changes });
    expect(text({ accounting: 'market-based' })).toMatch(
      /market-based.*two figures count different things/,
    );
    expect(text({ counts: 'development' })).toMatch(
      /all of development.*two figures count different things/,
    );
    expect(text({ tonnesCO2e: undefined })).toBeUndefined();
  });

  test.each([
    [true, 'the mean of France, where it stood'],
    [false, 'the mean of France, where the maker is'],
  ])('says whether the run stood where the grid is: %s', (countryStated, said) => {
    const { run, statement } = first!;
    const final = { ...statement, counts: 'final-runs', accounting: 'unstated' } as const;
    expect(differenceText({ ...run, country: 'FR', countryStated }, final)).toContain(said);
  });

  test('names hours that differ', () => {
    const hours = stated.find(
      ({ run, statement }) => run.facility.chipHours && typeof statement.tonnesCO2e === 'number',
    )!;
    const { central } = hours.run.facility.chipHours!;
    expect(
      differenceText(hours.run, { ...hours.statement, acceleratorHours: 2 * central }),
    ).toContain(`accelerator hours, ours ${quantityText(central)}`);
  });
});
