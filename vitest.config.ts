import { defineConfig } from 'vitest/config';

// Those in conformance/ need packages of their own, and are run there. Most tests start the program, some many times, on machines that do other things too; what waits for it leaves a core free.
export default defineConfig({ test: { dir: 'test', testTimeout: 120_000, maxWorkers: '100%' } });
