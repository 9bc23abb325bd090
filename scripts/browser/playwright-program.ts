import { fileURLToPath } from 'node:url';

/** The path of Playwright's command line program. */
export const PLAYWRIGHT_PROGRAM = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
