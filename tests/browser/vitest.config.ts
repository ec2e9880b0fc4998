import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    runner: fileURLToPath(new URL('runner.ts', import.meta.url)),
    globalSetup: fileURLToPath(new URL('firefoxes.ts', import.meta.url)),
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two at a time: more than that, and browsers wait for each other longer than for the page.
    maxWorkers: 2,
    minWorkers: 1,
  },
});
