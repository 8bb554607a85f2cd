import { describe, expect, it } from 'vitest';
import {
  hostOf,
  isFollowed,
  isOwnPage,
  isSchemeCallback,
  isWebUrl,
  reachesCallback,
} from '../../../app/platform/navigation.ts';

const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';

describe('what is followed', () => {
  it.each(['https://login.example.com/', 'http://127.0.0.1:8080/login', 'HTTPS://EXAMPLE.COM', callbackUrl])(
    'follows %s [6]',
    (url) => expect(isFollowed(url, callbackUrl)).toBe(true),
  );

  it.each([
    'file:///etc/passwd',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.com/5f3c',
    'javascript:alert(1)',
    'ftp://example.com/',
    'mailto:ann@example.com',
    'tokenboard://app/index.html',
    'chrome://settings',
    'view-source:https://example.com',
    'about:config',
    'ms-settings:privacy',
    '',
    'no url',
  ])('cancels %s [6]', (url) => expect(isFollowed(url, callbackUrl)).toBe(false));

  it('follows a callback of another scheme, and nothing else of that scheme [6]', () => {
    const own = 'com.example.app:/callback';
    expect(isFollowed('com.example.app:/callback?code=1', own)).toBe(true);
    expect(isFollowed('com.example.app:/other', own)).toBe(false);
    expect(isSchemeCallback('com.example.app:/callback?code=1', own)).toBe(true);
    expect(isSchemeCallback(`${callbackUrl}?code=1`, callbackUrl)).toBe(false);
  });

  it('gives only http and https to the system browser [7]', () => {
    expect(isWebUrl('https://example.com/docs')).toBe(true);
    for (const url of ['file:///x', 'smb://server/share', 'javascript:0', 'https:', '//example.com', '-flag'])
      expect(isWebUrl(url)).toBe(false);
  });
});

describe('what the server at the callback address would see', () => {
  it.each([
    callbackUrl,
    `${callbackUrl}?code=1#x`,
    'https://ann@www.peakboard.com/oauth2-callback/?code=1',
    'https://ann:pw@www.peakboard.com/oauth2-callback/',
    'https://@www.peakboard.com/oauth2-callback/',
    'wss://www.peakboard.com/oauth2-callback/?code=1',
    'wss://ann@www.peakboard.com/oauth2-callback/',
  ])('is %s [49]', (url) => {
    expect(reachesCallback(url, callbackUrl)).toBe(true);
  });

  it.each([
    'https://www.peakboard.com/oauth2-callback',
    'https://www.peakboard.com/oauth2-callback-evil/',
    'https://www.peakboard.com@evil.example/oauth2-callback/',
    'ws://www.peakboard.com/oauth2-callback/',
    'no url',
  ])('is not %s [49]', (url) => {
    expect(reachesCallback(url, callbackUrl)).toBe(false);
  });

  it('is followed as the callback alone, and not with a user name [49]', () => {
    expect(isFollowed(`${callbackUrl}?code=1`, callbackUrl)).toBe(true);
    expect(isFollowed('https://ann@www.peakboard.com/oauth2-callback/?code=1', callbackUrl)).toBe(false);
    expect(isFollowed('https://ann@login.example.com/', callbackUrl)).toBe(true);
  });
});

describe('the UI’s own pages', () => {
  it.each(['tokenboard://app/index.html', 'tokenboard://app/', 'tokenboard://app/?x=1#y'])('knows %s [11]', (url) =>
    expect(isOwnPage(url, 'tokenboard://app')).toBe(true),
  );

  it.each([
    'tokenboard://app.evil/index.html',
    'tokenboard://application/',
    'tokenboard://user@app/',
    'https://app/',
    'file:///app/index.html',
    'about:blank',
    '',
  ])('does not take %s for one [11]', (url) => expect(isOwnPage(url, 'tokenboard://app')).toBe(false));

  it('compares ports and hosts of an https origin [11]', () => {
    expect(isOwnPage('https://tokenboard.invalid/x', 'https://tokenboard.invalid')).toBe(true);
    expect(isOwnPage('https://tokenboard.invalid:8443/x', 'https://tokenboard.invalid')).toBe(false);
    expect(isOwnPage('https://tokenboard.invalid.example.com/x', 'https://tokenboard.invalid')).toBe(false);
  });
});

it('tells the host for a title, with its port', () => {
  expect(hostOf('https://login.example.com/path?secret=1')).toBe('login.example.com');
  expect(hostOf('http://127.0.0.1:8080/')).toBe('127.0.0.1:8080');
  expect(hostOf('nothing')).toBe('');
});
