import { expect, it } from 'vitest';
import { rehearse } from '../../../../app/resources/preview/rehearse.ts';

it('rehearses in steps, so that a body that comes meanwhile does not wait for the end', () => {
  expect([...rehearse()].length).toBeGreaterThan(15);
});
