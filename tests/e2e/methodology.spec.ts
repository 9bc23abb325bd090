import { expect } from '@playwright/test';
import {
  CHAPTERS,
  chapterMarkdownPath,
  MOVED_SECTIONS,
} from '../../src/components/methodology/chapters.ts';
import { idsIn, pathOf } from './html-text.ts';
import { test } from './secured-test.ts';
import { builtFile, publishedIndex } from './site.ts';

const SEARCH = 'Search the methodology';

test('the search finds a word on any page, and its results are walked by keyboard', async ({
  page,
  baseURL,
}) => {
  await page.goto('/methodology/energy/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByLabel(SEARCH).fill('water');
  await expect(page.locator('methodology-search output')).toContainText(
    'sections nearest to “water”',
  );
  const results = page.locator('methodology-search li');
  await expect(results.first()).toContainText('Water');
  await page.keyboard.press('ArrowDown');
  await expect(results.first().getByRole('link')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel(SEARCH)).toBeFocused();
  await expect(results.first()).toBeHidden();

  await page.getByLabel(SEARCH).fill('reservoirs');
  await results.getByRole('link', { name: 'Of the electricity' }).click();
  await expect(page).toHaveURL('/methodology/water/#off-site');
  await expect(page.getByRole('heading', { name: 'Of the electricity' })).toBeInViewport();
  expect(asked.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
});

test('a citation is copied by keyboard, and the page says that it was', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { id } = publishedIndex().models[0]!;
  await page.goto(`/models/${id}/`);
  await page.getByText('As APA text, BibTeX and CSL-JSON').click();
  await page.getByRole('button', { name: 'Copy the citation: BibTeX' }).press('Enter');
  await expect(
    page.locator('copyable-text').filter({ hasText: 'BibTeX' }).locator('output'),
  ).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^@misc\{[\s\S]*release[\s\S]*\/releases\//i);
  expect(copied).toContain(id);
});

test('links to sections of the former single page lead to where those are now', async ({
  page,
}) => {
  for (const [id, to] of Object.entries(MOVED_SECTIONS)) {
    const [path = '', fragment] = to.split('#');
    if (fragment !== undefined) expect(idsIn(builtFile(pathOf(path)))).toContain(fragment);
    // Without JavaScript the overview's own list takes the reader on.
    expect(idsIn(builtFile('methodology/index.html'))).toContain(id);
  }
  await page.goto('/methodology/#ranks');
  await expect(page).toHaveURL('/methodology/uncertainty/#ranks');
  await page.goto('/methodology/#source-ml-energy-v3');
  await expect(page).toHaveURL('/methodology/sources/#source-ml-energy-v3');
  await page.goto('/methodology/#figure');
  await expect(page).toHaveURL('/methodology/#figure');
});

test('every page of the methodology has a Markdown twin with its title and citation', () => {
  for (const { slug, title } of CHAPTERS) {
    const text = builtFile(chapterMarkdownPath(slug).slice(1));
    expect(text.startsWith(`# ${title}\n`)).toBe(true);
    expect(text).toContain('Cite as: LLM Carbon Index contributors.');
  }
});
