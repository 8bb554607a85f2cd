import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { RequestError } from '../../../shared/errors.ts';
import { message } from '../../../shared/messages/message.ts';
import type { ValueType } from '../../../shared/shape/shape.ts';
import { type PushValue, valuesOfLine } from '../push-rows.ts';
import type { SendRows } from '../push-target.ts';

/** SQLite has no date type: its functions read ISO 8601 as text. A yes/no is 1 or 0. */
const affinities: Record<ValueType, 'TEXT' | 'NUMERIC' | 'INTEGER'> = {
  text: 'TEXT',
  number: 'NUMERIC',
  boolean: 'INTEGER',
  date: 'TEXT',
  datetime: 'TEXT',
  time: 'TEXT',
  duration: 'TEXT',
};

/** The names of the tables that Tokenboard made, so that it never replaces another. */
const register = 'tokenboard_tables';
const header = Buffer.from('SQLite format 3\0');
/** Others may get a turn between two batches: the driver works in this process. */
const batch = 1_000;
const busyMs = 5_000;

/** Replaces a table in one transaction: a reader sees the former rows or the new ones. Creates the file if missing. */
export const sendToSqlite: SendRows = async ({ lines, columns }, context) => {
  const file = context.value('file');
  const table = context.value('table');
  checkFile(file);
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(file, { timeout: busyMs });
  try {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(`CREATE TABLE IF NOT EXISTS ${register} (name TEXT PRIMARY KEY)`);
      const isThere = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = ?`).get(table) !== undefined;
      const isOurs = database.prepare(`SELECT 1 FROM ${register} WHERE name = ?`).get(table) !== undefined;
      if (isThere && !isOurs)
        throw new RequestError('push.foreign_table', message('push.failed.foreignTable', { table }));
      const fields = columns.map(({ name, type }) => `${quoted(name)} ${affinities[type]}`).join(', ');
      database.exec(`DROP TABLE IF EXISTS ${quoted(table)}`);
      database.exec(`CREATE TABLE ${quoted(table)} (${fields})`);
      database.prepare(`INSERT OR IGNORE INTO ${register} VALUES (?)`).run(table);
      const insert = database.prepare(`INSERT INTO ${quoted(table)} VALUES (${columns.map(() => '?').join(', ')})`);
      for (const [index, line] of lines.entries()) {
        insert.run(...valuesOfLine(line, columns).map(stored));
        if (index % batch === batch - 1) {
          await new Promise(setImmediate);
          context.signal.throwIfAborted();
        }
      }
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  } catch (error) {
    throw error instanceof RequestError ? error : databaseError(error);
  } finally {
    database.close();
  }
};

/** A file that is none of SQLite's stays as it is. Throws RequestError `push.not_a_database`. */
function checkFile(file: string): void {
  const isNamed = isAbsolute(file) && /\.(?:db|sqlite|sqlite3)$/i.test(file);
  if (!isNamed) throw new RequestError('push.not_a_database', message('push.failed.databaseName'));
  if (!existsSync(file)) return;
  const start = Buffer.alloc(header.length);
  const opened = openSync(file, 'r');
  try {
    const length = readSync(opened, start, 0, header.length, 0);
    if (length > 0 && !start.equals(header))
      throw new RequestError('push.not_a_database', message('push.failed.notADatabase'));
  } finally {
    closeSync(opened);
  }
}

/** SQL's quotes for names, which the user chose. */
export const quoted = (name: string): string => `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;

const stored = (value: PushValue): string | number | null => (typeof value === 'boolean' ? Number(value) : value);

const databaseError = (error: unknown): RequestError =>
  new RequestError('push.database', message('push.failed.database'), {
    serviceMessage: error instanceof Error ? error.message.slice(0, 500) : '',
    cause: error,
  });
