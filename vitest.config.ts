/// <reference types="vitest/config" />
import { defineConfig } from 'vite';

export default defineConfig({
  test: {
    include: ['tests/{unit,golden}/**/*.test.ts'],
    // Tests share nothing that they change, so modules are loaded once per worker.
    isolate: false,
    // A whole release is estimated in some tests, and machines differ.
    testTimeout: 30_000,
  },
});
