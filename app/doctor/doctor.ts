// What keeps Tokenboard from working, found without starting it: beside a running app, and where the app cannot start.
import { examineCertificates } from './certificates.ts';
import { examineClock } from './clock.ts';
import type { Known, Patient } from './facts.ts';
import { examineFeeds } from './feeds.ts';
import { examineFiles } from './files.ts';
import { type Area, type Finding, findingsOf, doctorMessage as message } from './finding.ts';
import { examineFolder } from './folder.ts';
import { examineNetwork } from './network.ts';
import { examineOwner } from './owner.ts';
import { examineProxy } from './proxy.ts';
import { examineSecrets } from './secrets.ts';
import { examineService } from './service.ts';
import { examineWindows } from './windows.ts';

/**
 * Examines everything, in the order of `areas`, and yields what each area has. A check that fails itself is a finding,
 * and the others still run. `describe`: says where an error happened, without secrets.
 */
export async function* examine(patient: Patient, describe: (error: unknown) => string): AsyncGenerator<Finding[]> {
  const guarded = async <Result>(
    area: Area,
    work: () => Result | Promise<Result>,
    instead: (findings: Finding[]) => Result,
  ): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      patient.signal.throwIfAborted();
      return instead([
        findingsOf(area).failure(
          'unexpected',
          message('doctor.unexpected', { where: describe(error) }),
          message('doctor.unexpected.advice'),
        ),
      ]);
    }
  };
  const only = (area: Area, work: () => Finding[] | Promise<Finding[]>) => guarded(area, work, (findings) => findings);

  const folder = await guarded(
    'folder',
    () => examineFolder(patient),
    (findings) => ({ findings, isThere: false, writtenAt: undefined }),
  );
  yield folder.findings;
  const looked = await guarded<{ findings: Finding[]; files: Known['files'] | undefined }>(
    'files',
    () => examineFiles(patient.dataFolder, patient.now),
    (findings) => ({ findings, files: undefined }),
  );
  yield folder.isThere ? looked.findings : [];
  const { owner, findings: ofOwner } = await guarded(
    'owner',
    () => examineOwner(patient, folder.writtenAt),
    (findings) => ({ findings, owner: undefined }),
  );
  yield folder.isThere ? ofOwner : [];
  const { readSecret, findings: ofSecrets } = await guarded(
    'secrets',
    () => examineSecrets(patient, owner !== undefined),
    (findings) => ({ findings, readSecret: () => undefined }),
  );
  yield ofSecrets;
  const { files } = looked;
  if (files !== undefined) {
    const known: Known = { files, owner, readSecret };
    yield await only('proxy', () => examineProxy(patient, known));
    yield await only('certificates', () => examineCertificates(patient, known));
    const network = await guarded(
      'network',
      () => examineNetwork(patient, known),
      (findings) => ({ findings, clock: [] }),
    );
    yield network.findings;
    yield await only('clock', () => [
      ...examineClock(patient.dataFolder, folder.writtenAt, patient.now()),
      ...network.clock,
    ]);
    yield await only('windows', () => examineWindows(patient));
    yield await only('feeds', () => examineFeeds(patient, known));
  }
  yield await only('service', () => examineService(patient));
}
