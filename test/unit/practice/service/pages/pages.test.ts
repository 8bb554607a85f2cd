import { expect, it } from 'vitest';
import { isAllowedCallback } from '../../../../../app/practice/service/callbacks.ts';
import { html } from '../../../../../app/practice/service/pages/html.ts';
import { messagePage } from '../../../../../app/practice/service/pages/message-page.ts';

it('escapes every text that is put into a page', () => {
  const hostile = `<img src=x onerror="alert('1')">&`;
  expect(html`<p title="${hostile}">${hostile}</p>`.markup).not.toMatch(/<img|onerror="|'1'/);
  expect(messagePage({ title: hostile, text: hostile, details: [hostile] }).markup).not.toContain('<img');
  expect(html`${[html`<b>${'a'}</b>`, html`<i>${1}</i>`]}${undefined}`.markup).toBe('<b>a</b><i>1</i>');
});

it.each([
  ['https://www.peakboard.com/oauth2-callback/', true],
  ['http://127.0.0.1/oauth2-callback/', true],
  ['http://127.0.0.1:1/oauth2-callback/', true],
  ['http://localhost:65000/oauth2-callback/', true],
  ['https://www.peakboard.com/oauth2-callback', false],
  ['https://www.peakboard.com:444/oauth2-callback/', false],
  ['https://www.peakboard.com.evil.example/oauth2-callback/', false],
  ['http://127.0.0.1:1@evil.example/oauth2-callback/', false],
  ['http://127.0.0.1.evil.example:1/oauth2-callback/', false],
  ['http://127.0.0.1:1/oauth2-callback/../x', false],
  ['https://127.0.0.1:1/oauth2-callback/', false],
])('takes %s as callback of an OAuth1 login: %s', (callback, allowed) => {
  expect(isAllowedCallback(callback)).toBe(allowed);
});
