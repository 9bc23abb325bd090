import { expect } from '@playwright/test';
import * as z from 'zod';
import { test } from './secured-test.ts';
import { builtFile, shows } from './site.ts';

const Range = z.object({ low: z.number(), central: z.number(), high: z.number() });
const Part = z.object({ name: z.string(), gramsCO2e: Range, shareOfEmissions: Range });
const { asOf, source, totals, makers, models } = z
  .object({
    asOf: z.string(),
    source: z.string(),
    totals: z.array(z.object({ promptCachedShare: z.number(), gramsCO2e: Range })).length(3),
    makers: z.array(Part),
    models: z.array(Part),
  })
  .parse(JSON.parse(builtFile('api/v1/usage-report.json')));

test('the traffic page says its scope first, then totals and parts with the published ranges', async ({
  page,
}) => {
  await page.goto('/openrouter/');
  const lead = page.locator('.lead');
  await expect(lead).toHaveText(
    new RegExp(
      `^\\s*The requests that passed through OpenRouter in the seven days to ${asOf} emitted .* not the world’s use`,
      's',
    ),
  );
  await expect(page.getByRole('main')).toContainText(`Source of the counts: ${source}`);

  const published = [
    ['total', totals],
    ['makers', makers],
    ['models', models],
  ] as const;
  for (const [id, parts] of published) {
    const section = page.locator('section', { has: page.locator(`#${id}`) });
    const rows = section.locator('.range-chart tbody tr');
    await expect(rows).toHaveCount(parts.length);
    const cells = await rows.evaluateAll((elements) =>
      elements.map((row) =>
        ['.median', '.spread'].map((cell) => row.querySelector(cell)?.textContent?.trim() ?? ''),
      ),
    );
    const wrong = parts.filter(({ gramsCO2e }, index) => {
      const [median = '', spread = ''] = cells[index] ?? [];
      const [low = '', high = ''] = spread.split('–');
      return (
        !tonnes(median, gramsCO2e.central) ||
        !tonnes(low, gramsCO2e.low) ||
        !tonnes(high, gramsCO2e.high)
      );
    });
    expect(wrong).toEqual([]);
  }
});

/** Whether a text shows these grams in tonnes. */
function tonnes(text: string, grams: number): boolean {
  return shows(text.replace(/\s/g, ''), grams / 1e6);
}
