import { expect, it } from 'vitest';
import { updateLabel } from '../../../../renderer/peaka/update-label.ts';
import { handedLink, link } from '../../peaka/peaka-links.ts';

it('says if an update of Peaka starts a login', () => {
  const renews = handedLink({ renewal: 'second_login' });
  expect(updateLabel(renews)).toBe('Log in for Peaka again');
  expect(updateLabel(handedLink({ renewal: 'stop_here' }))).toBe('Log in for Peaka again');
  // Peaka does not have its tokens yet.
  expect(updateLabel({ ...renews, pending: { since: 1, attempts: 1, retryAt: 2 } })).toBe('Update now');
  expect(updateLabel(handedLink())).toBe('Update now');
  expect(updateLabel(link())).toBe('Update now');
});
