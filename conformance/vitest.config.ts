import { defineConfig } from 'vitest/config';

// The language server and the validator of SARIF are programs of their own, which take their time to start.
export default defineConfig({
  test: { globalSetup: './reports.ts', testTimeout: 240_000, hookTimeout: 240_000, maxWorkers: '100%' },
});
