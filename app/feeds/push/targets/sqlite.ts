import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { RequestError } from '../../../shared/errors.ts';
import { message } from '../../../shared/messages/message.ts';
import type { PushValue } from '../push-rows.ts';
import type { SendRows } from '../push-target.ts';
import { databaseError } from './database-error.ts';
import { quoted, type Table, type TableRules, type TableType, tableOf } from './table.ts';

/** SQLite has no date type: its functions read ISO 8601 as text. A yes/no is 1 or 0. */
const affinities: Record<TableType, 'TEXT' | 'NUMERIC' | 'INTEGER'> = {
  text: 'TEXT',
  number: 'NUMERIC',
  boolean: 'INTEGER',
  date: 'TEXT',
  datetime: 'TEXT',
  local: 'TEXT',
  time: 'TEXT',
  duration: 'TEXT',
};
const rules: TableRules = { mostBytes: 1_000, taken: [], isCaseSensitive: false };

/** The names of the tables that Tokenboard made, so that it never replaces another. */
const register = 'tokenboard_tables';
const header = Buffer.from('SQLite format 3\0');
/** Others may get a turn between two batches: the driver works in this process. */
const batch = 1_000;
/** How long another program may hold the file, in ms, and how often it is tried. */
const patienceMs = 5_000;
const retryMs = 50;
/** SQLITE_BUSY */
const busy = 5;

/** Replaces the rows in one transaction: a reader sees the former ones or the new ones. Creates the file if missing. */
export const sendToSqlite: SendRows = async (rows, { value, signal }) => {
  const file = value('file');
  const table = value('table');
  let database: DatabaseSync | undefined;
  try {
    checkFile(file);
    const content = await tableOf(rows, rules);
    const { DatabaseSync } = await import('node:sqlite');
    database = new DatabaseSync(file);
    await replaceRows(database, { table, content, signal });
  } catch (error) {
    throw databaseError(error);
  } finally {
    database?.close();
  }
};

interface Replacement {
  table: string;
  content: Table;
  signal: AbortSignal;
}

async function replaceRows(database: DatabaseSync, { table, content, signal }: Replacement): Promise<void> {
  await execute(database, 'BEGIN IMMEDIATE', signal);
  try {
    prepareTable(database, table, content);
    const places = content.columns.map(() => '?').join(', ');
    const insert =
      content.columns.length === 0 ? undefined : database.prepare(`INSERT INTO ${quoted(table)} VALUES (${places})`);
    for (const [index, row] of content.rows.entries()) {
      insert?.run(...row.map(stored));
      if (index % batch === batch - 1) {
        await new Promise(setImmediate);
        signal.throwIfAborted();
      }
    }
    await execute(database, 'COMMIT', signal);
  } catch (error) {
    // An error such as a full disk may have ended the transaction.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** An empty table with these columns. One that has them already keeps its views and its indexes. */
function prepareTable(database: DatabaseSync, table: string, { columns }: Table): void {
  database.exec(`CREATE TABLE IF NOT EXISTS ${register} (name TEXT PRIMARY KEY)`);
  const isThere =
    database.prepare('SELECT 1 FROM sqlite_master WHERE name = ? COLLATE NOCASE').get(table) !== undefined;
  const isOurs = database.prepare(`SELECT 1 FROM ${register} WHERE name = ? COLLATE NOCASE`).get(table) !== undefined;
  if (isThere && !isOurs) throw new RequestError('push.foreign_table', message('push.failed.foreignTable', { table }));
  if (isThere) {
    const former = database.prepare('SELECT name, type FROM pragma_table_info(?)').all(table);
    const isSame =
      former.length === columns.length &&
      columns.every(({ name, type }, index) => former[index]?.name === name && former[index].type === affinities[type]);
    // No rows have no columns: the former ones may come back.
    if (isSame || columns.length === 0) {
      database.exec(`DELETE FROM ${quoted(table)}`);
      return;
    }
    database.exec(`DROP TABLE ${quoted(table)}`);
  }
  if (columns.length === 0) return;
  const fields = columns.map(({ name, type }) => `${quoted(name)} ${affinities[type]}`).join(', ');
  database.exec(`CREATE TABLE ${quoted(table)} (${fields})`);
  database.prepare(`INSERT OR IGNORE INTO ${register} VALUES (?)`).run(table);
}

/** Tries until others let go of the file. The driver's own waiting would stop this process. */
async function execute(database: DatabaseSync, statement: string, signal: AbortSignal): Promise<void> {
  for (const end = performance.now() + patienceMs; ; await wait(retryMs, undefined, { signal }))
    try {
      database.exec(statement);
      return;
    } catch (error) {
      const isBusy = error instanceof Error && Reflect.get(error, 'errcode') === busy;
      if (!isBusy || performance.now() > end) throw error;
    }
}

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

const stored = (value: PushValue): string | number | null => (typeof value === 'boolean' ? Number(value) : value);
