import { join } from 'node:path';
import { readServeKey } from '../serve/key-source.ts';
import { StartProblem } from '../serve/start-problem.ts';
import { VaultError } from '../shared/errors.ts';
import type { Message } from '../shared/messages/message.ts';
import { keptKey, tryKeychain } from '../vault/key-store.ts';
import { lookAtVault, type VaultLook } from '../vault/look-at-vault.ts';
import type { VaultKey } from '../vault/record.ts';
import type { Known, Patient } from './facts.ts';
import { type Finding, findingsOf, doctorMessage as message } from './finding.ts';

const { ok, warning, failure } = findingsOf('secrets');

/** Whether secrets can be kept and read: the keychain, the passphrase, and each file of the vault. Reveals none. */
export async function examineSecrets(
  patient: Patient,
  isOwned: boolean,
): Promise<{ findings: Finding[]; readSecret: Known['readSecret'] }> {
  const { dataFolder, environment } = patient;
  const keychain = await askKeychain(patient);
  const passphrase = environment.TOKENBOARD_KEY || undefined;
  const folder = join(dataFolder, 'vault');
  const findings: Finding[] = [...keyFileOf(environment)];
  try {
    const { look, read } = await lookAtVault({ folder, passphrase, keychainKey: keychain.key });
    findings.push(...keychainFindings(look, keychain, passphrase !== undefined));
    findings.push(...passphraseFindings(look, isOwned), ...filesFindings(look, keychain));
    return { findings, readSecret: read };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    findings.push(
      failure('vault', message('doctor.secrets.folder', { folder, code }), message('doctor.folder.unusable.advice')),
    );
    return { findings, readSecret: () => undefined };
  }
}

interface Keychain {
  /** Why it does not work. */
  problem: Message | undefined;
  key: VaultKey | undefined;
}

async function askKeychain({ keyStore, probeStore, patienceMs }: Patient): Promise<Keychain> {
  try {
    await tryKeychain(probeStore, patienceMs);
    return { problem: undefined, key: await keptKey(keyStore, patienceMs) };
  } catch (error) {
    if (error instanceof VaultError) return { problem: error.text, key: undefined };
    throw error;
  }
}

function keyFileOf(environment: NodeJS.ProcessEnv): Finding[] {
  if (!environment.TOKENBOARD_KEY_FILE && !environment.CREDENTIALS_DIRECTORY) return [];
  try {
    const { TOKENBOARD_KEY: _given, ...others } = environment;
    readServeKey(others);
    return [];
  } catch (error) {
    if (error instanceof StartProblem) return [failure('keyFile', error.text)];
    throw error;
  }
}

function keychainFindings(look: VaultLook, { problem }: Keychain, hasPassphrase: boolean): Finding[] {
  if (problem === undefined) return [ok('keychain', message('doctor.secrets.keychain'))];
  if (!needsKeychain(look, hasPassphrase))
    return [ok('keychain', message('doctor.secrets.noneNeeded', { reason: problem }))];
  const stored = keychainSecrets(look);
  return stored > 0
    ? [
        failure(
          'keychain',
          message('doctor.secrets.unreachable', { reason: problem, count: stored }),
          message('doctor.secrets.keychain.advice'),
        ),
      ]
    : [
        warning(
          'keychain',
          message('doctor.secrets.memoryOnly', { reason: problem }),
          message('doctor.secrets.key.advice'),
        ),
      ];
}

/** Secrets that the passphrase does not encrypt. */
const keychainSecrets = ({ byKey, passphraseKeyId }: VaultLook): number =>
  [...byKey].reduce((sum, [id, count]) => sum + (id === passphraseKeyId ? 0 : count), 0);

const needsKeychain = (look: VaultLook, hasPassphrase: boolean): boolean =>
  keychainSecrets(look) > 0 || (!look.needsPassphrase && !hasPassphrase);

/** `isOwned`: a running app or server has its passphrase already. */
function passphraseFindings({ needsPassphrase, isPassphraseRight }: VaultLook, isOwned: boolean): Finding[] {
  if (!needsPassphrase) return [];
  if (isPassphraseRight === true) return [ok('passphrase', message('doctor.secrets.passphrase'))];
  if (isPassphraseRight === false)
    return [failure('passphrase', message('doctor.secrets.wrongKey'), message('doctor.secrets.wrongKey.advice'))];
  return [
    isOwned
      ? ok('passphrase', message('doctor.secrets.askedAtStart'))
      : warning('passphrase', message('doctor.secrets.locked'), message('doctor.secrets.locked.advice')),
  ];
}

function filesFindings(look: VaultLook, { problem, key }: Keychain): Finding[] {
  const { secrets, damaged, byKey, passphraseKeyId } = look;
  const findings: Finding[] = [];
  if (damaged > 0)
    findings.push(
      failure('damaged', message('doctor.secrets.damaged', { count: damaged }), message('doctor.secrets.again')),
    );
  const lost = [...byKey].reduce((sum, [id, count]) => sum + (id === passphraseKeyId || id === key?.id ? 0 : count), 0);
  if (problem === undefined && lost > 0)
    findings.push(
      failure('otherKey', message('doctor.secrets.otherKey', { count: lost }), message('doctor.secrets.again')),
    );
  if (findings.length === 0 && secrets > 0)
    findings.push(ok('files', message('doctor.secrets.files', { count: secrets })));
  return findings;
}
