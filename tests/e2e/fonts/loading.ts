import { expect, type Page, type Request } from '@playwright/test';

/** Pages as they come over a slow line, and what moves on them meanwhile. */

/** What is on its way until the page has been painted without it. */
export const LATE = { scripts: /\.js$/, scriptsAndFonts: /\.(woff2|js)$/ } as const;

const MOST_SHIFT = 0.02;

/** Opens a page of which some files come late, waits for them, and fails where much has moved. */
export async function expectNoShiftWhileLoading(
  page: Page,
  address: string,
  late: RegExp,
): Promise<void> {
  await recordShifts(page);
  const requests = watchRequests(page);
  await goWithLateFiles(page, address, late);
  await settle(page, requests);
  await expectNoShift(page);
}

async function goWithLateFiles(page: Page, address: string, late: RegExp): Promise<void> {
  // The index gives its script three seconds, which is less than a busy machine takes to paint.
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window);
    Reflect.set(window, 'setTimeout', (work: () => void, wait = 0) => later(work, wait * 20));
  });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(late, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  release();
}

/** Notes every shift that the reader has not caused, from the first paint on: how much of what. */
async function recordShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: { value: number; moved: string }[] = [];
    const add = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries()) {
        if (!('value' in entry) || !('hadRecentInput' in entry) || entry.hadRecentInput) continue;
        const sources = 'sources' in entry && Array.isArray(entry.sources) ? entry.sources : [];
        const moved = sources.map(
          ({ node, previousRect: from, currentRect: to }) =>
            `${node?.nodeName} ${node?.className ?? ''} “${node?.textContent?.trim().slice(0, 30)}” from ${from.x},${from.y} to ${to.x},${to.y}`,
        );
        shifts.push({ value: Number(entry.value), moved: moved.join('; ') });
      }
      document.documentElement.dataset.shifts = JSON.stringify(shifts);
    };
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });
}

interface Requests {
  open: Set<Request>;
  begun: number;
}

/** What a page asks for from now on: how much of it is on its way, and how much there was in all. */
function watchRequests(page: Page): Requests {
  const requests: Requests = { open: new Set(), begun: 0 };
  const end = (request: Request) => requests.open.delete(request);
  page.on('request', (request) => {
    requests.begun += 1;
    requests.open.add(request);
  });
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return requests;
}

/** Waits until nothing is on its way, and what it changes has been painted and reported. */
async function settle(page: Page, requests: Requests): Promise<void> {
  await page.waitForLoadState('load');
  for (let begun = -1; begun < requests.begun; ) {
    begun = requests.begun;
    await expect.poll(() => requests.open.size).toBe(0);
    // What came may ask for more, at once or when the page has nothing else to do.
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestIdleCallback(resolve));
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let frames = 0; frames < 3; frames += 1) await frame();
    });
  }
}

async function expectNoShift(page: Page): Promise<void> {
  const noted = await page.evaluate(() => document.documentElement.dataset.shifts ?? '[]');
  const shifts: { value: number; moved: string }[] = JSON.parse(noted);
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  const moved = shifts.map((shift) => `${shift.value.toFixed(4)}: ${shift.moved}`);
  expect(sum, moved.join('\n')).toBeLessThan(MOST_SHIFT);
}
