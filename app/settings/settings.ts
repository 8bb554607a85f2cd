import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AppError, SettingsError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import type { OpenStore, StoreFile } from './store.ts';
import { isLeftover, openWholeFile } from './whole-file.ts';

/** Tells the user about a file, e.g. that it was moved aside. */
export type OnNotice = (notice: { level: 'info' | 'warning'; title: Message; text: Message }) => void;

/** What all settings files share. */
export interface SettingsFolder {
  folder: string;
  openStore: OpenStore;
  onNotice: OnNotice;
  /** Epoch ms. */
  now(): number;
  /** A look at files that another process may own: changes nothing, and `save` throws. */
  isReadOnly?: boolean | undefined;
}

export interface SettingsFile<Content> extends SettingsFolder {
  /** `resources` → `resources.json`. */
  name: string;
  /** What the file holds, for sentences: `files.of.resources`. */
  title: Message;
  /** The version that this app writes. */
  version: number;
  /** `migrations[n]` makes version n + 1 out of version n; a file without a version is version 0. */
  migrations: readonly ((content: Record<string, unknown>) => Record<string, unknown>)[];
  initial: Content;
  /** Reads what it can. `lost` counts unreadable items. Throws if nothing is readable. */
  readContent(content: Record<string, unknown>): { content: Content; lost: number };
  writeContent(content: Content): Record<string, unknown>;
}

/** One file, cached in memory: reading never touches the disk, and a change is on the disk when `save` returns. */
export interface Settings<Content> {
  read(): Content;
  /** Throws SettingsError `settings.unwritable`, `settings.newer_version`, `settings.unreadable`. */
  save(content: Content): void;
}

export function openSettings<Content>(file: SettingsFile<Content>): Settings<Content> {
  const isReadOnly = file.isReadOnly === true;
  if (!isReadOnly) {
    mkdirSync(file.folder, { recursive: true, mode: 0o700 });
    sweepTemporaryFiles(file.folder, file.name);
  }
  const { content, refuseWrites } = load(file);
  let current = content;
  let store: StoreFile | undefined;
  return {
    read: () => current,
    save: (next) => {
      if (refuseWrites !== undefined) throw refuseWrites;
      try {
        if (isReadOnly) throw new Error('opened to be read');
        store ??= openWholeFile(file);
        const content = { version: file.version, ...file.writeContent(next) };
        store.write(`${JSON.stringify(content, undefined, 1)}\n`);
      } catch (error) {
        throw new SettingsError('settings.unwritable', message('files.unwritable', { what: file.title }), {
          details: { reason: systemCode(error) },
          cause: error,
        });
      }
      current = next;
    },
  };
}

interface Loaded<Content> {
  content: Content;
  refuseWrites?: AppError | undefined;
}

function load<Content>(file: SettingsFile<Content>): Loaded<Content> {
  const path = join(file.folder, `${file.name}.json`);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { content: file.initial };
    return unreadable(file, systemCode(error));
  }
  if (file.isReadOnly !== true) tighten(path);
  try {
    return readText(file, path, text);
  } catch {
    if (file.isReadOnly === true) {
      file.onNotice({
        level: 'warning',
        title: message('files.damaged', { what: file.title }),
        text: message('files.damaged.look', { file: `${file.name}.json` }),
      });
      return { content: file.initial };
    }
    // Keep the file under another name (row 39): the user may be able to repair it.
    const aside = asideName(file);
    try {
      renameSync(path, join(file.folder, aside));
    } catch (error) {
      // Another program locks the file, or the folder is read-only. The app starts anyway.
      return unreadable(file, systemCode(error));
    }
    file.onNotice({
      level: 'warning',
      title: message('files.damaged', { what: file.title }),
      text: message('files.damaged.kept', { file: aside }),
    });
    return { content: file.initial };
  }
}

function unreadable<Content>(file: SettingsFile<Content>, reason: string | Message): Loaded<Content> {
  const text = message('files.unreadable.why', { what: file.title, reason });
  file.onNotice({ level: 'warning', title: message('files.unreadable', { what: file.title }), text });
  return {
    content: file.initial,
    refuseWrites: new SettingsError('settings.unreadable', text, { details: { reason } }),
  };
}

function readText<Content>(file: SettingsFile<Content>, path: string, text: string): Loaded<Content> {
  // Windows Notepad adds a byte order mark to a file edited by hand.
  const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('not an object');
  const { version = 0, ...content } = parsed as Record<string, unknown>; // the shape was just checked
  let stored = content;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) throw new Error('no version');
  if (version > file.version) return loadNewer(file, stored, version);
  for (const migrate of Array.from({ length: file.version - version }, (_, step) => file.migrations[version + step])) {
    if (migrate === undefined) throw new Error('no migration');
    stored = migrate(stored);
  }
  const { content: read, lost } = file.readContent(stored);
  if (lost > 0) {
    const aside = asideName(file);
    if (file.isReadOnly !== true) copyFileSync(path, join(file.folder, aside));
    file.onNotice({
      level: 'warning',
      title: message('files.partLost', { what: file.title }),
      text:
        file.isReadOnly === true
          ? message('files.partLost.look', { count: lost, file: `${file.name}.json` })
          : message('files.partLost.kept', { count: lost, file: aside }),
    });
  }
  return { content: read };
}

/** A newer app wrote this file: show what is readable, but do not overwrite the rest. */
function loadNewer<Content>(file: SettingsFile<Content>, stored: Record<string, unknown>, version: number) {
  const text = message('files.newer.why', { what: file.title });
  file.onNotice({ level: 'warning', title: message('files.newer'), text });
  const refuseWrites = new SettingsError('settings.newer_version', text, { details: { version } });
  try {
    return { content: file.readContent(stored).content, refuseWrites };
  } catch {
    return { content: file.initial, refuseWrites };
  }
}

const asideName = <Content>(file: SettingsFile<Content>) =>
  `${file.name}.corrupt-${new Date(file.now()).toISOString().replaceAll(/[:.]/g, '-')}.json`;

function sweepTemporaryFiles(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) if (isLeftover(entry, name)) rmSync(join(folder, entry), { force: true });
}

/** A file restored from a backup may be readable by others. */
function tighten(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch {
    // Another owner, or a file system without modes: the next write creates the file again.
  }
}

/** `EACCES`, to show in brackets. */
const systemCode = (error: unknown): string | Message =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : message('files.unknownCode');
