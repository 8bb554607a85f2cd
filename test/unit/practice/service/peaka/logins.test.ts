import { expect, it } from 'vitest';
import { finishLogin } from '../../../../../app/practice/service/peaka/finish-login.ts';
import { createLogins } from '../../../../../app/practice/service/peaka/logins.ts';
import { createPeakaState, type PeakaConnection } from '../../../../../app/practice/service/peaka/peaka-state.ts';
import { openState } from '../../../../../app/practice/service/state.ts';

const connection: PeakaConnection = { id: 'c', projectId: 'p', name: 'n', type: 'practice_sales', values: {} };
const options = { scope: 'sales:read', redirectUrl: undefined, connectionCallback: 'https://example.org/' };

async function logins() {
  const store = await openState(undefined);
  store.state.peaka = { ...createPeakaState(), connections: [connection] };
  const service = { origin: 'http://127.0.0.1:1', store };
  let time = 0;
  const created = createLogins(service, () => time);
  const state = new URL(created.start(connection, options)).searchParams.get('state') ?? '';
  return {
    created,
    service,
    state,
    pass: (minutes: number) => {
      time += minutes * 60_000;
    },
  };
}

it('takes each login once, and only for its project', async () => {
  const { created, state } = await logins();
  expect(created.waits('c')).toBe(true);
  expect(created.take(state, 'another')).toBeUndefined();
  expect(created.take(state, 'p')).toMatchObject({ login: { connectionId: 'c' }, isLate: false });
  expect(created.take(state, 'p')).toBeUndefined();
  expect(created.waits('c')).toBe(false);
});

it.each([
  [10, false],
  [10.1, true],
])('a login of %d minutes is late: %s', async (minutes, isLate) => {
  const { created, state, pass } = await logins();
  pass(minutes);
  expect(created.take(state)).toMatchObject({ isLate });
});

it('a late login fails, although the service allowed it', async () => {
  const { created, service, state, pass } = await logins();
  pass(11);
  const taken = created.take(state);
  if (!taken) throw new Error('the login is gone');
  await expect(finishLogin({ service }, taken, new URLSearchParams({ code: 'c' }))).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('ten minutes'),
  });
});
