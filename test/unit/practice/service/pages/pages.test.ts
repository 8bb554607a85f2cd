import { expect, it } from 'vitest';
import { accounts } from '../../../../../app/practice/service/accounts.ts';
import { isAllowedCallback } from '../../../../../app/practice/service/callbacks.ts';
import { html } from '../../../../../app/practice/service/pages/html.ts';
import { loginPage } from '../../../../../app/practice/service/pages/login-page.ts';
import { messagePage } from '../../../../../app/practice/service/pages/message-page.ts';
import { ssoPage } from '../../../../../app/practice/service/pages/sso-page.ts';
import { acceptedLanguages, textsFor } from '../../../../../app/practice/service/pages/texts.ts';

const english = textsFor({ headers: {} });

it('escapes every text that is put into a page', () => {
  const hostile = `<img src=x onerror="alert('1')">&`;
  expect(html`<p title="${hostile}">${hostile}</p>`.markup).not.toMatch(/<img|onerror="|'1'/);
  expect(messagePage(english, { title: hostile, text: hostile, details: [hostile] }).markup).not.toContain('<img');
  const account = { ...accounts[0], name: hostile };
  expect(ssoPage(english, { action: '/sso', account }).markup).not.toContain('<img');
  expect(html`${[html`<b>${'a'}</b>`, html`<i>${1}</i>`]}${undefined}`.markup).toBe('<b>a</b><i>1</i>');
});

it('speaks the language of the browser that asks', () => {
  const page = (headers: { 'accept-language'?: string }) =>
    loginPage(textsFor({ headers }), { action: '/login/1', app: 'Tokenboard', ssoContinueUrl: '/login/1?sso=1' })
      .markup;
  const german = page({ 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' });
  expect(german).toContain('<html lang="de">');
  expect(german).toContain('<h1>Anmelden</h1>');
  expect(german).toContain('und weiter zu <strong>Tokenboard</strong>');
  expect(page({ 'accept-language': 'fi' })).toContain('<html lang="en">');
  expect(page({})).toContain('<h1>Log in</h1>');
});

it.each([
  ['de', ['de']],
  ['en;q=0.5, de-DE', ['de-DE', 'en']],
  ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0, *;q=0.5', ['fr-CH', 'fr', 'en', '*']],
  ['de;q=x', []],
  ['', []],
  [undefined, []],
])('reads the languages that a browser accepts: %j', (header, languages) => {
  expect(acceptedLanguages(header)).toEqual(languages);
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
