import { expect, it } from 'vitest';
import { readBody } from '../../../app/peaka/body.ts';

const read = (text: string, type = '') => readBody({ text, headers: { 'content-type': type } });

it.each([
  ['\ufeff{"id":1}', '*/*', { value: { id: 1 } }],
  ['"words"', 'text/html', { value: 'words' }],
  ['', 'text/html', { text: '', isHtml: false }],
  ['Not found', 'text/plain', { text: 'Not found', isHtml: false }],
  ['Not found', 'text/html', { text: 'Not found', isHtml: true }],
  ['<!DOCTYPE html><p>Log in', '', { text: '<!DOCTYPE html><p>Log in', isHtml: true }],
  ['['.repeat(100_000), 'application/json', { text: '['.repeat(100_000), isHtml: false }],
])('reads %.20j as %s [26]', (text, type, body) => {
  expect(read(text, type)).toEqual(body);
});
