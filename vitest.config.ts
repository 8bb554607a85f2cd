import { availableParallelism, totalmem } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/slowest-first.ts';

// A window waits for a busy machine; a condition that holds is seen at once.
const poll = { timeout: 15_000 };

// These wait for windows and servers half of the time. Each may hold two browsers in memory, of half a gigabyte each.
const overlapping = Math.max(2, Math.min(availableParallelism() * 2, Math.floor(totalmem() / 2 ** 30)));

export default defineConfig({
  test: {
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles: ['test/unit/window-texts.ts'],
          // A busy machine is no failure.
          testTimeout: 30_000,
          expect: { poll },
          maxWorkers: '100%',
          // Loading the same modules anew for each file took two thirds of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/renderer/played-window.ts', 'test/servers/bundled-processes.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll },
          maxWorkers: overlapping,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll },
          maxWorkers: overlapping,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Programs of others that read feeds: `npm test -- readers` installs and runs them, and nothing else does.
        test: {
          name: 'readers',
          include: ['test/readers/**/*.test.ts'],
          globalSetup: ['test/servers/bundled-processes.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: { poll },
          maxWorkers: overlapping,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
