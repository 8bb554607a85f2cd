import { expect, it } from 'vitest';
import { clearConsole } from '../../../app/console/clear-console.ts';

it('forgets what waits to be masked with what is shown, then tells', () => {
  const done: string[] = [];
  clearConsole({
    recorder: { clear: () => void done.push('waiting') },
    exchanges: { clear: () => void done.push('shown') },
    changes: { console: () => void done.push('told') },
  });
  expect(done).toEqual(['waiting', 'shown', 'told']);
});
