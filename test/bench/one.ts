// Runs one measure in a process of its own, so that none warms or fills the next one's: `one.ts NAME` prints JSON.
import { writeSync } from 'node:fs';
import type { Measurement } from './measurement.ts';

const name = process.argv[2] ?? '';
const { measure }: { measure: () => Promise<Measurement[]> } = await import(`./measures/${name}.ts`);
writeSync(3, JSON.stringify(await measure()));
process.exit(0);
