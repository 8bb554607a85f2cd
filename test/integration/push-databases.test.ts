import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PushRows } from '../../app/feeds/push/push-rows.ts';
import { sendRows } from '../../app/feeds/push/send-rows.ts';
import { createHttpClient } from '../../app/http/client.ts';
import { hasPostgres, owner, type PostgresServer, startPostgres } from '../servers/postgres-server.ts';

const rowsOf = (columns: PushRows['columns'], rows: readonly unknown[]): PushRows => ({
  columns,
  lines: rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))),
  dataAt: Date.UTC(2026, 10, 30),
});
const numbers = (count: number, from = 0): PushRows =>
  rowsOf(
    [
      { name: 'n', type: 'number' },
      { name: 'word', type: 'text' },
    ],
    Array.from({ length: count }, (_, index) => ({ n: from + index, word: `row ${index}` })),
  );

/** Everything that a shape can give a column, and names that SQL must quote. */
const everything = rowsOf(
  [
    { name: 'Select "all", ok?', type: 'text' },
    { name: 'ctid', type: 'number' },
    { name: 'day', type: 'date' },
    { name: 'at', type: 'datetime' },
    { name: 'local', type: 'datetime' },
    { name: 'clock', type: 'time' },
    { name: 'took', type: 'duration' },
    { name: 'isOpen', type: 'boolean' },
    { name: 'nested', type: 'text' },
    { name: 'mixed', type: 'date' },
    { name: `${'ä'.repeat(40)}1`, type: 'text' },
    { name: `${'ä'.repeat(40)}2`, type: 'text' },
  ],
  [
    // Written by hand: the digits must arrive.
    `{"Select \\"all\\", ok?":"Köln'; DROP TABLE x; --","ctid":12345678901234567890.123,"day":"2026-02-28","at":"2026-11-30T12:00:00.5+02:00","local":"2026-11-30T12:00:00","clock":"23:59:59","took":"PT1H","isOpen":true,"nested":{"a":[1,"\\u0000"]},"mixed":"2026-02-30","${'ä'.repeat(40)}1":"one","${'ä'.repeat(40)}2":"two"}`,
    `{"Select \\"all\\", ok?":"a\\u0000b","ctid":-1e-3,"day":null,"mixed":"n/a"}`,
  ],
);

const http = createHttpClient({ resolveProxy: async () => undefined, environment: {} });
afterAll(() => http.close());

describe.skipIf(!hasPostgres())('a table in PostgreSQL (skipped where postgres is not installed)', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
    await server.query('CREATE DATABASE "Board data"');
    await server.query(`CREATE ROLE guest LOGIN PASSWORD 'guest-password'`);
  }, 60_000);
  afterAll(() => server?.stop());
  afterEach(() => server.accept('host'));

  const send = (
    rows: PushRows,
    values: Record<string, string> = {},
    signal = new AbortController().signal,
    by = http,
  ) => {
    const all: Record<string, string> = {
      host: '127.0.0.1',
      port: String(server.port),
      database: 'postgres',
      username: owner.user,
      password: owner.password,
      table: 'Days "of" sales',
      ...values,
    };
    return sendRows.postgresql(rows, { http: by, signal, value: (name) => all[name] ?? '' });
  };
  const table = '"Days ""of"" sales"';
  const count = async (): Promise<unknown> => (await server.query(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

  it('is made with types and any names, and gets every value whole', async () => {
    await send(everything);
    const [first, second] = await server.query(`SELECT to_jsonb(t) AS row FROM ${table} t`);
    const long = 'ä'.repeat(28);
    expect(first?.row).toEqual({
      'Select "all", ok?': "Köln'; DROP TABLE x; --",
      ctid_2: expect.anything(),
      day: '2026-02-28',
      at: expect.stringMatching(/^2026-11-30T1\d:00:00\.5\+/),
      local: '2026-11-30T12:00:00',
      clock: '23:59:59',
      took: 'PT1H',
      isOpen: true,
      nested: '{"a":[1,"\\u0000"]}',
      mixed: '2026-02-30',
      [`${'ä'.repeat(31)}`]: 'one',
      [`${long}_2`]: 'two',
    });
    expect(second?.row).toMatchObject({ 'Select "all", ok?': 'ab', day: null, mixed: 'n/a', isOpen: null });
    const exact = await server.query(
      `SELECT ctid_2::text AS digits, at AT TIME ZONE 'UTC' = '2026-11-30 10:00:00.5' AS "isAt" FROM ${table}`,
    );
    expect(exact).toEqual([
      { digits: '12345678901234567890.123', isAt: true },
      { digits: '-0.001', isAt: null },
    ]);
    const types = await server.query(
      `SELECT attname, format_type(atttypid, -1) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0`,
      [table],
    );
    expect(Object.fromEntries(types.map(({ attname, type }) => [attname, type]))).toMatchObject({
      ctid_2: 'numeric',
      at: 'timestamp with time zone',
      local: 'timestamp without time zone',
      mixed: 'text',
    });
  });

  it('has ten thousand rows replaced while a reader sees the former ones, and keeps rights and views', async () => {
    await send(numbers(10_000));
    await server.query(`GRANT SELECT ON ${table} TO guest`);
    await server.query(`CREATE VIEW total AS SELECT sum(n) AS sum FROM ${table}`);
    const reader = await server.connect();
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    expect((await reader.query(`SELECT count(*)::int AS n FROM ${table}`)).rows).toEqual([{ n: 10_000 }]);
    await send(numbers(3, 100));
    expect((await reader.query(`SELECT count(*)::int AS n FROM ${table}`)).rows).toEqual([{ n: 10_000 }]);
    await reader.end();
    expect(await server.query('SELECT sum::int FROM total')).toEqual([{ sum: 303 }]);
    expect(await server.query(`SELECT has_table_privilege('guest', $1, 'SELECT') AS may`, [table])).toEqual([
      { may: true },
    ]);
    // No rows at all have no columns: the table stays.
    await send(rowsOf([], []));
    expect(await count()).toBe(0);
    await server.query('DROP VIEW total');
    await send(rowsOf([{ name: 'other', type: 'boolean' }], [{ other: true }]));
    expect(await server.query(`SELECT * FROM ${table}`)).toEqual([{ other: true }]);
  });

  it('that others made is left alone, also a view', async () => {
    await server.query('CREATE TABLE theirs (a int)');
    await server.query('CREATE VIEW "their view" AS SELECT 1 AS one');
    for (const name of ['theirs', 'their view'])
      await expect(send(numbers(1), { table: name })).rejects.toMatchObject({ code: 'push.foreign_table' });
    expect(await server.query('SELECT * FROM theirs')).toEqual([]);
  });

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['a wrong password', { password: 'wrong' }, 'push.database_login', /password authentication failed/],
    ['an unknown user', { username: 'nobody' }, 'push.database_login', /authentication failed/],
    ['a missing database', { database: 'nowhere' }, 'push.database_missing', /"nowhere" does not exist/],
    ['a port where nobody listens', { port: '1' }, 'push.database_unreachable', /ECONNREFUSED/],
    [
      'no right to create tables',
      { username: 'guest', password: 'guest-password', table: 'new' },
      'push.database_denied',
      /permission denied/,
    ],
    [
      'no right to the table',
      { username: 'guest', password: 'guest-password' },
      'push.database_denied',
      /must be owner|permission denied/,
    ],
  ])('tells %s apart, in the words of the database', async (_, values, code, words) => {
    await send(numbers(2));
    await expect(send(numbers(1), values)).rejects.toMatchObject({
      code,
      serviceMessage: expect.stringMatching(words),
    });
    expect(await count()).toBe(2);
  });

  it('is reached encrypted alone from elsewhere, by an authority that is trusted; on this computer as the server wants', async () => {
    // The same computer by an address that is none of its own names.
    const elsewhere = { host: '::ffff:127.0.0.1' };
    await expect(send(numbers(1), elsewhere)).rejects.toMatchObject({ code: 'push.database_tls' });
    const trusting = createHttpClient({
      resolveProxy: async () => undefined,
      environment: {},
      systemCertificates: () => [server.authority],
    });
    // Its certificate names 127.0.0.1, not this address.
    await expect(send(numbers(1), elsewhere, undefined, trusting)).rejects.toMatchObject({
      code: 'push.database_tls',
      serviceMessage: expect.stringContaining('altnames'),
    });
    await trusting.close();
    await server.accept('unencrypted');
    await expect(send(numbers(1), elsewhere)).rejects.toMatchObject({
      code: 'push.database_tls',
      serviceMessage: expect.stringContaining('SSL'),
    });
    await server.accept('hostssl');
    await send(numbers(4));
    expect(await count()).toBe(4);
    await expect(send(numbers(1), { password: 'wrong' })).rejects.toMatchObject({ code: 'push.database_login' });
  });

  /** Holds the table, waits until the send waits for it, and does that. */
  const whileItWaits = async (act: (pid: unknown) => Promise<unknown>, rows: PushRows, signal?: AbortSignal) => {
    const holder = await server.connect();
    await holder.query('BEGIN');
    await holder.query(`LOCK TABLE ${table} IN SHARE MODE`);
    const sending = send(rows, {}, signal).catch((error: unknown) => error);
    const waiting = async () =>
      (
        await server.query(
          `SELECT pid FROM pg_stat_activity WHERE application_name = 'Tokenboard' AND wait_event_type = 'Lock'`,
        )
      )[0]?.pid;
    await expect.poll(waiting, { timeout: 10_000 }).toBeTypeOf('number');
    await act(await waiting());
    const outcome = await sending;
    await holder.end();
    return outcome;
  };

  it('keeps its rows when the connection breaks in the middle, and when the app ends', async () => {
    await send(numbers(5));
    const dropped = await whileItWaits((pid) => server.query('SELECT pg_terminate_backend($1)', [pid]), numbers(3));
    expect(dropped).toMatchObject({ code: 'push.database', serviceMessage: expect.stringMatching(/terminat/) });
    expect(await count()).toBe(5);
    const controller = new AbortController();
    const ended = await whileItWaits(async () => controller.abort(), numbers(3), controller.signal);
    expect(ended).toMatchObject({ code: 'push.database' });
    expect(await count()).toBe(5);
    // Other columns: the table is dropped and made again, or neither.
    const broken = await whileItWaits(
      (pid) => server.query('SELECT pg_terminate_backend($1)', [pid]),
      rowsOf([{ name: 'x', type: 'text' }], [{ x: '1' }]),
    );
    expect(broken).toMatchObject({ code: 'push.database' });
    expect(await count()).toBe(5);
  });
});

const hasPython = (() => {
  try {
    return execFileSync('python3', ['-c', 'import sqlite3; print("yes")']).toString().includes('yes');
  } catch {
    return false;
  }
})();

describe.skipIf(!hasPython)('a table in SQLite, read by Python (skipped without python3)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-sqlite-'));
  const file = join(folder, 'board.db');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const send = (rows: PushRows) =>
    sendRows.sqlite(rows, {
      http,
      signal: new AbortController().signal,
      value: (name) => ({ file, table: 'days' })[name] ?? '',
    });
  const python = (query: string): unknown =>
    JSON.parse(
      execFileSync('python3', [
        '-c',
        'import json, sqlite3, sys\nc = sqlite3.connect(sys.argv[1])\nprint(json.dumps(c.execute(sys.argv[2]).fetchall()))\nc.commit()',
        file,
        query,
      ]).toString(),
    );

  it('has types, names and values as they were sent, and keeps a view when its rows are replaced', async () => {
    await send(everything);
    const [first = []] = python('SELECT * FROM days') as string[][];
    const [name, , day, at, local, clock, took, isOpen, nested] = first;
    expect([name, day, at, local, clock, took, isOpen, nested]).toEqual([
      "Köln'; DROP TABLE x; --",
      '2026-02-28',
      '2026-11-30T12:00:00.5+02:00',
      '2026-11-30T12:00:00',
      '23:59:59',
      'PT1H',
      1,
      '{"a":[1,"\\u0000"]}',
    ]);
    await send(numbers(10_000));
    python('CREATE VIEW total AS SELECT sum(n) AS sum FROM days');
    await send(numbers(3, 100));
    expect(python('SELECT sum FROM total')).toEqual([[303]]);
    await send(rowsOf([], []));
    expect(python('SELECT count(*) FROM days')).toEqual([[0]]);
    expect(python('PRAGMA integrity_check')).toEqual([['ok']]);
  });

  it('has columns that differ only in their case under two names', async () => {
    const columns = [{ name: 'City', type: 'text' } as const, { name: 'city', type: 'text' } as const];
    await send(rowsOf(columns, [{ City: 'Köln', city: 'Bonn' }]));
    expect(python('SELECT City, city_2 FROM days')).toEqual([['Köln', 'Bonn']]);
  });
});
