import type { Page } from 'playwright';

/** Publishes the resource that is shown. */
export async function publishShown(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Publish the selected resource' }).click();
  await page.getByText('Your key “First key”').waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
}

/** Targets in every state, as if main had them: sent, being sent, refused, and one that is never sent by itself. */
export async function putTargets(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { fake } = window;
    const feedId = fake.feeds.feeds[0]?.feed.id ?? 'gone';
    const at = Date.now();
    const state = { isSending: false, sentAt: null, sentRows: null, leftOut: 0, error: null, nextAt: null };
    const push = { feedId, isOn: true, seconds: null, values: {} };
    const error = {
      code: 'push.unauthorized' as const,
      message: { id: 'push.failed.unauthorized', values: { status: 401 } },
      serviceMessage: 'Invalid API key',
      details: { status: 401 },
    };
    fake.pushes = [
      {
        push: { ...push, id: 'wall', name: 'Wall in the hall', kind: 'geckoboard', seconds: 300 },
        secretNames: ['apiKey'],
        state: { ...state, sentAt: at - 12_000, sentRows: 500, leftOut: 704, nextAt: at + 240_000 },
      },
      {
        push: { ...push, id: 'box', name: 'Box at the line', kind: 'peakboard_box' },
        secretNames: ['password'],
        state: { ...state, isSending: true },
      },
      {
        push: { ...push, id: 'key', name: 'Databox', kind: 'databox' },
        secretNames: [],
        state: { ...state, sentAt: at - 7_200_000, sentRows: 1204, error },
      },
      { push: { ...push, id: 'by hand', name: 'Warehouse', kind: 'postgresql', isOn: false }, secretNames: [], state },
    ];
    fake.emit('push.changed', {});
  });
}
