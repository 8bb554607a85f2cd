import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that last longer than their length tells, by which Vitest orders what it has never run; the longest first. */
const slowest = [
  'integration/renderer/views.test.ts',
  'integration/platform-bypass.test.ts',
  'integration/renderer/field-sentences.test.ts',
  'integration/platform-print.test.ts',
  'integration/core/kill.test.ts',
  'integration/serve-kill.test.ts',
  'integration/platform-browser-authorities.test.ts',
  'integration/platform-stubborn-page.test.ts',
  'integration/platform-children.test.ts',
  'e2e/journey-views.test.ts',
  'e2e/journey-providers.test.ts',
  'e2e/journey-tomorrow.test.ts',
  'e2e/journey-peaka-logins.test.ts',
  'e2e/demo.test.ts',
].map((name) => join(import.meta.dirname, name));

const missing = slowest.filter((file) => !existsSync(file));
if (missing.length > 0) throw new Error(`Listed in test/slowest-first.ts, but not there: ${missing.join(', ')}`);

/** Starts the slowest files first: one that starts last runs alone at the end, while every other core waits for it. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    const place = ({ moduleId }: TestSpecification) => {
      const found = slowest.indexOf(moduleId);
      return found === -1 ? slowest.length : found;
    };
    return sorted.sort((a, b) => group(a) - group(b) || place(a) - place(b));
  }
}
