import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Message, message } from '../shared/messages/message.ts';
import { StartProblem } from './start-problem.ts';

/** Where the vault's key came from, for the log. */
export type KeySource = 'TOKENBOARD_KEY' | 'TOKENBOARD_KEY_FILE' | 'systemd';

export interface ServeKey {
  passphrase: string;
  source: KeySource;
}

/** The name in `LoadCredential=` and `SetCredentialEncrypted=` of a systemd unit (systemd.exec(5)). */
export const credentialName = 'tokenboard-key';

/** No passphrase is longer. Guards against a file that is something else. */
const mostBytes = 64 * 1024;

/**
 * The vault's key of a process that has no keychain. `undefined`: none is given, so the keychain is used. Throws
 * StartProblem `key` if a file was named that is missing, empty or open to others.
 */
export function readServeKey(environment: NodeJS.ProcessEnv, platform = process.platform): ServeKey | undefined {
  if (environment.TOKENBOARD_KEY) return { passphrase: environment.TOKENBOARD_KEY, source: 'TOKENBOARD_KEY' };
  const file = environment.TOKENBOARD_KEY_FILE;
  if (file) {
    // Windows has no such bits: there, access lists protect the file.
    if (platform !== 'win32') refuseIfOpen(file);
    return { passphrase: readKey(file), source: 'TOKENBOARD_KEY_FILE' };
  }
  const folder = environment.CREDENTIALS_DIRECTORY;
  if (!folder) return undefined;
  const credential = join(folder, credentialName);
  // A service may have other credentials. systemd itself protects their folder.
  if (statSync(credential, { throwIfNoEntry: false }) === undefined) return undefined;
  return { passphrase: readKey(credential), source: 'systemd' };
}

/** Keeps the key and where it is from child processes, which inherit the environment (row 37). */
export function forgetKey(environment: NodeJS.ProcessEnv): void {
  for (const name of ['TOKENBOARD_KEY', 'TOKENBOARD_KEY_FILE', 'CREDENTIALS_DIRECTORY', 'TOKENBOARD_METRICS_KEY'])
    delete environment[name];
}

function refuseIfOpen(file: string): void {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (facts === undefined) throw problem(message('serve.key.missing', { file }));
  if ((facts.mode & 0o077) !== 0) throw problem(message('serve.key.open', { file }));
}

/** Without the line break that editors and `echo` add. */
function readKey(file: string): string {
  let text: string;
  try {
    const { size } = statSync(file);
    if (size > mostBytes) throw problem(message('serve.key.tooLong', { file }));
    text = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw problem(message('serve.key.unreadable', { file }), error);
  }
  if (text === '') throw problem(message('serve.key.empty', { file }));
  return text;
}

const problem = (text: Message, cause?: unknown): StartProblem => new StartProblem('key', text, { cause });
