import type { Client, ClientConfig } from 'pg';
import { RequestError } from '../../../shared/errors.ts';
import { message } from '../../../shared/messages/message.ts';
import { isLoopbackHost } from '../../../shared/secure-url.ts';
import type { PushContext, SendRows } from '../push-target.ts';
import { databaseError } from './database-error.ts';
import { quoted, type Table, type TableRules, type TableType, tableOf } from './table.ts';

const types: Record<TableType, string> = {
  text: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamp with time zone',
  // A time without a zone must not gain the server's.
  local: 'timestamp without time zone',
  time: 'time without time zone',
  duration: 'text',
};
/** NAMEDATALEN - 1, and the system columns of every table (PostgreSQL §4.1.1, §5.6). */
const rules: TableRules = {
  mostBytes: 63,
  taken: ['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid'],
  isCaseSensitive: true,
};

/** By which Tokenboard knows a table that it made, so that it never replaces another. */
const mark = 'Written by Tokenboard. Its rows are replaced.';
/** A statement has 65,535 parameters at most. */
const mostParameters = 30_000;
const timeoutMs = 30_000;
/** If the network is gone, the server's own time limit does not arrive. */
const silenceMs = 60_000;
/** SQLSTATE invalid_authorization_specification: also of a server that takes encrypted connections alone. */
const refusedWay = '28000';

/** Replaces the rows in one transaction: a reader sees the former ones or the new ones. */
export const sendToPostgresql: SendRows = async (rows, context) => {
  const table = context.value('table');
  const content = await tableOf(rows, rules);
  let client: Client | undefined;
  const end = () => void client?.end().catch(() => undefined);
  try {
    client = await connect(context, (each) => {
      client = each;
      context.signal.addEventListener('abort', end, { once: true });
    });
    await client.query('BEGIN');
    await prepareTable(client, table, content);
    const rowsAtOnce = Math.max(1, Math.floor(mostParameters / Math.max(1, content.columns.length)));
    for (let start = 0; start < content.rows.length && content.columns.length > 0; start += rowsAtOnce) {
      context.signal.throwIfAborted();
      const some = content.rows.slice(start, start + rowsAtOnce);
      const width = content.columns.length;
      const places = some.map((row, line) => `(${row.map((_, index) => `$${line * width + index + 1}`).join(',')})`);
      await client.query(`INSERT INTO ${quoted(table)} VALUES ${places.join(',')}`, some.flat());
    }
    await client.query('COMMIT');
  } catch (error) {
    // Ending the connection undoes what was not committed.
    throw databaseError(error);
  } finally {
    context.signal.removeEventListener('abort', end);
    await client?.end().catch(() => undefined);
  }
};

/** `using`: told of each client before it connects, so that an abort can end it. */
async function connect(context: PushContext, using: (client: Client) => void): Promise<Client> {
  const { Client } = (await import('pg')).default;
  const host = context.value('host');
  const isHere = isLoopbackHost(host) || host.startsWith('/');
  const config: ClientConfig = {
    host,
    port: Number(context.value('port')) || 5432,
    database: context.value('database'),
    user: context.value('username'),
    password: context.value('password'),
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    query_timeout: silenceMs,
    keepAlive: true,
    application_name: 'Tokenboard',
  };
  const open = async (ssl: ClientConfig['ssl']): Promise<Client> => {
    const client = new Client({ ...config, ...(ssl === undefined ? {} : { ssl }) });
    // A connection that breaks while no statement runs would end the process.
    client.on('error', () => undefined);
    using(client);
    await client.connect();
    return client;
  };
  // The certificates that are trusted are those of the app's requests.
  if (!isHere) return open({ rejectUnauthorized: true, secureContext: context.http.trust() });
  try {
    return await open(undefined);
  } catch (error) {
    const isWay = typeof error === 'object' && error !== null && Reflect.get(error, 'code') === refusedWay;
    if (!isWay || host.startsWith('/')) throw error;
    // Nobody is in between on this computer, so its certificate may be its own.
    return open({ rejectUnauthorized: false }).catch(() => {
      throw error;
    });
  }
}

/** An empty table with these columns. One that has them already keeps its rights, its views and its indexes. */
async function prepareTable(client: Client, table: string, { columns }: Table): Promise<void> {
  const name = quoted(table);
  const found = await client.query<{ note: string | null; there: string | null }>(
    'SELECT obj_description(to_regclass($1), $2) AS note, to_regclass($1)::text AS there',
    [name, 'pg_class'],
  );
  const there = found.rows[0]?.there ?? null;
  if (there !== null && found.rows[0]?.note !== mark)
    throw new RequestError('push.foreign_table', message('push.failed.foreignTable', { table }));
  if (there !== null) {
    const former = await client.query<{ name: string; type: string }>(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
       WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [name],
    );
    const isSame =
      former.rows.length === columns.length &&
      columns.every((column, index) => {
        const other = former.rows[index];
        return other?.name === column.name && other.type === types[column.type];
      });
    // No rows have no columns: the former ones may come back.
    if (isSame || columns.length === 0) {
      await client.query(`DELETE FROM ${name}`);
      return;
    }
    await client.query(`DROP TABLE ${name}`);
  }
  if (columns.length === 0) return;
  const fields = columns.map((column) => `${quoted(column.name)} ${types[column.type]}`).join(', ');
  await client.query(`CREATE TABLE ${name} (${fields})`);
  await client.query(`COMMENT ON TABLE ${name} IS '${mark}'`);
}
