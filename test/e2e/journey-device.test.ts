import { describe, expect, it } from 'vitest';
import { ann, createPerson } from '../integration/practice/person.ts';
import { platformsHere } from './app.ts';
import { ask, connectionNamed } from './lib/bridge.ts';
import { dialog, openDialog, pressRequestToken, progressLines } from './lib/dialog.ts';
import { authorized } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import { readError, readTable, resourceRow, tokenLine, urlField, visibleText } from './lib/window.ts';

describe.each(platformsHere())('logins without a window of ours on the %s platform', (kind) => {
  const shared = useApp(kind);
  const code = () => dialog(shared.page).getByRole('status', { name: 'Code' });

  /** What a person does on another device: opens the page, types in the code, logs in, decides. */
  async function typeCode(decision: 'allow' | 'deny'): Promise<void> {
    const userCode = await visibleText(code());
    expect(userCode).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
    const { origin } = new URL(await urlField(shared.page).inputValue());
    await dialog(shared.page).getByText(`${origin}/oauth2/device`).waitFor();
    const person = createPerson(origin);
    const login = await person.submit(await person.open(`${origin}/oauth2/device`), { user_code: userCode });
    await person.submit(await person.submit(login, ann), { decision });
  }

  it('shows a code, says that it was denied, and goes on with another code to data', async () => {
    const { app, page } = shared;
    await ask(page, 'practice.setUp', { grants: ['device_code'] });
    await resourceRow(page, 'Sales by day, with a code').click();
    await urlField(page).waitFor();
    await openDialog(page);
    await pressRequestToken(page);
    await code().waitFor();
    await expect
      .poll(() => progressLines(page))
      .toEqual([
        'Code received, done',
        expect.stringMatching(/, in progress$/),
        expect.stringContaining('Token received'),
      ]);
    await typeCode('deny');
    expect((await readError(dialog(page))).title).toBe('Access was not granted');

    await dialog(page).getByRole('button', { name: 'Try again' }).click();
    await code().waitFor();
    await typeCode('allow');
    await authorized(page);
    expect((await readTable(page)).facts).toMatch(/^200 OK/);
    expect(await tokenLine(page)).toContain('renews by itself');
    const { status } = await connectionNamed(page, 'Practice service with a code');
    expect(status).toMatchObject({ status: 'authorized', account: 'ann@example.org' });
    expect(app.popups()).toEqual([]);
  });

  it('stops asking when the user cancels [24]', async () => {
    const { page } = shared;
    await openDialog(page);
    await pressRequestToken(page);
    await code().waitFor();
    await dialog(page).getByRole('button', { name: 'Cancel', exact: true }).click();
    await code().waitFor({ state: 'detached' });
    const { status } = await connectionNamed(page, 'Practice service with a code');
    // The token of before is still there.
    expect(status.status).toBe('authorized');
  });
});
