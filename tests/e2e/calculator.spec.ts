import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { estimateUsage } from '../../src/components/calculator/usage-estimate.ts';
import { totalSentence } from '../../src/components/calculator/usage-words.ts';
import { prepare } from '../../src/estimation/preparation.ts';
import { publishedIndex, publishedInputs } from './site.ts';

const { models } = publishedIndex();
const inputs = publishedInputs();
const [sized, priced] = (['parameters', 'price'] as const).map(
  (tier) => models.find(({ evidence }) => evidence === tier)!,
);

test('a month is added up in the browser as the core does it, from a link, by hand and from an export', async ({
  page,
}) => {
  const { method } = JSON.parse(readFileSync('dist/api/v1/method.json', 'utf8'));
  const preparation = prepare(method);
  const workload = { inputTokens: 1e6, cachedInputTokens: 0, outputTokens: 2e6 };
  const line = (id: string) => ({ id, input: inputs.get(id)!, workload });
  const sentence = (ids: string[]) =>
    totalSentence(estimateUsage(ids.map(line), undefined, preparation).total);
  const total = page.locator('output.total');

  await page.goto(`/calculator/?use=${sized!.id}*1M*0*2M&instead=${priced!.id}`);
  await expect(total).toHaveText(sentence([sized!.id]));
  await expect(page.getByText(/^The same tokens, all on .* probab/)).toBeVisible();

  await page.getByRole('button', { name: 'Add a line' }).click();
  const added = page
    .getByRole('listitem')
    .filter({ has: page.getByLabel('Output tokens') })
    .nth(1);
  await added.getByLabel('Model').fill(priced!.id);
  await added.getByLabel('Input tokens').fill('1,000,000');
  await added.getByLabel('Output tokens').fill('two');
  await added.getByLabel('Output tokens').blur();
  await expect(added.getByText(/^A number was expected/)).toBeVisible();
  await added.getByLabel('Output tokens').fill('2e6');
  await added.getByLabel('Output tokens').blur();
  await expect(total).toHaveText(sentence([sized!.id, priced!.id]));
  await expect(page).toHaveURL(
    `/calculator/?use=${sized!.id}*1M*0*2M,${priced!.id}*1M*0*2M&instead=${priced!.id}`,
  );

  await page.getByText('From an export').click();
  await page
    .getByLabel('Or its text')
    .fill(
      `created_at,model_permaslug,tokens_prompt,tokens_completion,tokens_cached\n2026-10-01,${priced!.id},1000000,2000000,0\n2026-10-01,nobody/nothing,1,1,0\n`,
    );
  await page.getByRole('button', { name: 'Add up' }).click();
  await expect(page.getByText(/nobody\/nothing \(1 in, 1 out\)/)).toBeVisible();
  await expect(total).toHaveText(sentence([priced!.id]));
});
