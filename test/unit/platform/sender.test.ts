import { expect, it } from 'vitest';
import { isTrustedSender } from '../../../app/platform/sender.ts';

const own = { isMainWindow: true, isMainFrame: true, url: 'tokenboard://app/index.html' };

it('responds to our own page in our own main frame [11]', () => {
  expect(isTrustedSender(own, 'tokenboard://app')).toBe(true);
});

it.each([
  ['another window', { isMainWindow: false }],
  ['a frame inside', { isMainFrame: false }],
  ['a page of somebody else', { url: 'https://evil.example/' }],
  ['a host that only begins like ours', { url: 'tokenboard://app.evil.example/index.html' }],
  ['a page without a URL', { url: '' }],
])('responds with nothing to %s [11]', (_name, difference) => {
  expect(isTrustedSender({ ...own, ...difference }, 'tokenboard://app')).toBe(false);
});
