import { RequestError } from '../../../shared/errors.ts';
import { message } from '../../../shared/messages/message.ts';
import { safeText } from '../../../shared/safe-text.ts';
import { isLoopbackHost } from '../../../shared/secure-url.ts';
import type { ValueType } from '../../../shared/shape/shape.ts';
import { type PushValue, valuesOfLine } from '../push-rows.ts';
import type { SendRows } from '../push-target.ts';
import { quoted } from './sqlite.ts';

/** A date and a time without a zone must not gain one: `timestamp` takes it as written, and so does `text` a duration. */
const types: Record<ValueType, string> = {
  text: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamptz',
  time: 'time',
  duration: 'text',
};

/** By which Tokenboard knows a table that it made, so that it never replaces another. */
const mark = 'Written by Tokenboard. Its rows are replaced.';
/** A statement has 65,535 parameters at most. */
const mostParameters = 30_000;
const timeoutMs = 30_000;

/** Replaces a table in one transaction: a reader sees the former rows or the new ones. */
export const sendToPostgresql: SendRows = async ({ lines, columns }, context) => {
  const { Client } = (await import('pg')).default;
  const host = context.value('host');
  const table = context.value('table');
  const client = new Client({
    host,
    port: Number(context.value('port')) || 5432,
    database: context.value('database'),
    user: context.value('username'),
    password: context.value('password'),
    // Certificates are checked. On this computer a database needs none.
    ...(isLoopbackHost(host) || host.startsWith('/') ? {} : { ssl: { rejectUnauthorized: true } }),
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    application_name: 'Tokenboard',
  });
  const end = () => void client.end().catch(() => undefined);
  // A connection that breaks while no statement runs would end the process.
  client.on('error', end);
  context.signal.addEventListener('abort', end, { once: true });
  try {
    await client.connect();
    await client.query('BEGIN');
    const found = await client.query<{ note: string | null }>(
      'SELECT obj_description(to_regclass($1), $2) AS note, to_regclass($1) AS there',
      [quoted(table), 'pg_class'],
    );
    const [row] = found.rows as { note: string | null; there: string | null }[];
    if (row?.there != null && row.note !== mark)
      throw new RequestError('push.foreign_table', message('push.failed.foreignTable', { table }));
    await client.query(`DROP TABLE IF EXISTS ${quoted(table)}`);
    const fields = columns.map(({ name, type }) => `${quoted(name)} ${types[type]}`).join(', ');
    await client.query(`CREATE TABLE ${quoted(table)} (${fields})`);
    await client.query(`COMMENT ON TABLE ${quoted(table)} IS '${mark}'`);
    const rowsAtOnce = Math.max(1, Math.floor(mostParameters / Math.max(1, columns.length)));
    for (let start = 0; start < lines.length; start += rowsAtOnce) {
      context.signal.throwIfAborted();
      const values: PushValue[] = [];
      const places = lines.slice(start, start + rowsAtOnce).map((line) => {
        const row = valuesOfLine(line, columns);
        const from = values.length;
        values.push(...row);
        return `(${row.map((_, index) => `$${from + index + 1}`).join(',')})`;
      });
      await client.query(`INSERT INTO ${quoted(table)} VALUES ${places.join(',')}`, values);
    }
    await client.query('COMMIT');
  } catch (error) {
    // Ending the connection undoes what was not committed.
    throw error instanceof RequestError ? error : databaseError(error);
  } finally {
    context.signal.removeEventListener('abort', end);
    await client.end().catch(() => undefined);
  }
};

const databaseError = (error: unknown): RequestError =>
  new RequestError('push.database', message('push.failed.database'), {
    serviceMessage: error instanceof Error ? safeText(error.message) : '',
    cause: error,
  });
