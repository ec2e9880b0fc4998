import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { catalogueModule } from '../scripts/catalogue.mjs';

export default defineConfig({
  plugins: [
    {
      // What the page reads at its start; here as the command line has it.
      name: 'catalogue',
      resolveId: (id) => (id === 'virtual:catalogue' ? `\0${id}` : undefined),
      load: (id) => (id === '\0virtual:catalogue' ? catalogueModule() : undefined),
    },
  ],
  test: {
    include: ['tests/*.test.ts', 'tests/{attack,command-line,files,web}/**/*.test.ts'],
    testTimeout: 60_000,
    setupFiles: ['tests/between.ts'],
    // Left to itself it keeps one processor for watching files.
    maxWorkers: availableParallelism(),
    minWorkers: 1,
  },
});
