/// <reference types="vitest/config" />
import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import config from './vitest.config.ts';

/** What a test names that reads the data or estimates a release: too slow to be asked of each fault. */
const SLOW =
  /readData|[cC]urrent-?(Release|History|Preparation|release)|buildRelease|some-models|method-under-test|node:child|fake-/;

const quick = globSync(
  'tests/unit/{cli,components,published,query,release,text,ui}/**/*.test.ts',
).filter((file) => !SLOW.test(readFileSync(file, 'utf8')));

/** The tests that the mutation run asks. */
export default defineConfig({ ...config, test: { ...config.test, include: quick } });
