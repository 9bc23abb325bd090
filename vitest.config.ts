/// <reference types="vitest/config" />
import { defineConfig } from 'vite';

export default defineConfig({
  test: {
    include: ['tests/{unit,golden}/**/*.test.ts'],
    // A whole release is estimated in some tests, and machines differ.
    testTimeout: 30_000,
  },
});
