/// <reference types="vitest/config" />
import { defineConfig } from 'vite';

export default defineConfig({
  test: {
    include: ['tests/{unit,golden}/**/*.test.ts'],
    globalSetup: 'tests/temporary-folder.ts',
    // Tests share nothing that they change, so modules are loaded once per worker.
    isolate: false,
    // The machine does nothing else meanwhile.
    maxWorkers: '100%',
    // A whole release is estimated in some tests, and machines differ.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
