import { expect, it } from 'vitest';
import type { PeakaLogin } from '../../../../../../app/shared/peaka/link.ts';
import { loginLines } from '../../../../../../renderer/peaka/dialogs/through/login-steps.ts';

const states = (step: PeakaLogin['step'], hasFailed = false) =>
  loginLines(step, 'popup', hasFailed).map(({ state }) => state);

it('lists the steps of a login through Peaka', () => {
  expect(states('creating')).toEqual(['current', 'pending', 'pending', 'pending']);
  expect(states('window_opened')).toEqual(['done', 'done', 'current', 'pending']);
  expect(states('waiting_for_login')).toEqual(['done', 'done', 'current', 'pending']);
  expect(states('service_refused')).toEqual(['done', 'done', 'failed', 'pending']);
  expect(states('confirming')).toEqual(['done', 'done', 'done', 'current']);
  expect(states('confirming', true)).toEqual(['done', 'done', 'done', 'failed']);
});

it('names the window that opens', () => {
  const texts = (window: PeakaLogin['window']) => loginLines('creating', window, false).map(({ text }) => text);
  expect(texts('browser')).not.toEqual(texts('popup'));
});
