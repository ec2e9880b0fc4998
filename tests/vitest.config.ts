import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{web,doors,formats}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
