import { notifications, notificationsStore } from '@mantine/notifications';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorReport } from '../../../../app/shared/errors.ts';
import { setTexts } from '../../../../app/shared/messages/format.ts';
import { message } from '../../../../app/shared/messages/message.ts';
import { call } from '../../../../renderer/api/client.ts';
import { de } from '../../../../renderer/messages/de/index.ts';
import { en } from '../../../../renderer/messages/en/index.ts';
import { toastError } from '../../../../renderer/notices/toast.tsx';

/** Lets main refuse a call with this error, and shows the error. */
async function toastRefused(error: ErrorReport): Promise<void> {
  vi.stubGlobal('window', { tokenboard: { calls: { 'app.info': async () => ({ ok: false, error }) } } });
  await call('app.info', {}).catch(toastError);
}
const shown = () =>
  notificationsStore.getState().notifications.map(({ title, message: body, closeButtonProps }) => ({
    title,
    body,
    close: closeButtonProps?.['aria-label'],
  }));

describe('an error without a place of its own', () => {
  beforeEach(() => notifications.clean());
  afterEach(() => {
    vi.unstubAllGlobals();
    setTexts('en', en);
  });

  const refused: ErrorReport = {
    code: 'revoke.refused',
    message: message('core.unexpected'),
    serviceMessage: 'unsupported_token_type',
  };

  it('is shown with what the service said, each in its own language', async () => {
    await toastRefused(refused);
    await expect.poll(shown).toHaveLength(1);
    setTexts('de', de);
    await toastRefused(refused);
    await expect.poll(shown).toHaveLength(2);
    expect(shown()).toEqual([
      {
        title: 'The service did not revoke the token',
        body: `${en['core.unexpected']} The service said: unsupported_token_type`,
        close: 'Dismiss',
      },
      {
        title: 'Der Dienst hat das Token nicht widerrufen',
        body: `${de['core.unexpected']} Der Dienst meldet: unsupported_token_type`,
        close: 'Schließen',
      },
    ]);
  });

  it.each(['http.cancelled', 'window.cancelled'] as const)(
    'is not shown where the user cancelled (%s)',
    async (code) => {
      await toastRefused({ code, message: message('core.unexpected') });
      await toastRefused(refused);
      await expect.poll(shown).toHaveLength(1);
      expect(shown()).toMatchObject([{ title: 'The service did not revoke the token' }]);
    },
  );
});
