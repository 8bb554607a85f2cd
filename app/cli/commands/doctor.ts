import { homedir } from 'node:os';
import { styleText } from 'node:util';
import { examine } from '../../doctor/doctor.ts';
import type { Patient } from '../../doctor/facts.ts';
import { type Finding, type FindingStatus, doctorMessage as message, worstOf } from '../../doctor/finding.ts';
import { loadDoctorLanguage } from '../../shared/messages/load-doctor.ts';
import { systemKeyStore, systemProbeStore } from '../../vault/key-store.ts';
import type { Context, Run } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { forTerminal } from '../streams.ts';

const codes: Readonly<Record<FindingStatus, ExitCode>> = {
  ok: exitCodes.success,
  warning: exitCodes.warnings,
  failure: exitCodes.failures,
};

/** Tells what is wrong, and what to do. Starts no app, so that it works where the app cannot start. */
export const doctor: Run<{ network?: boolean }> = async (context, _, { network = false }) => {
  const { textOf, language } = await context.texts();
  await loadDoctorLanguage(language);
  const patient: Patient = {
    dataFolder: context.dataFolder,
    environment: context.environment,
    platform: process.platform,
    home: homedir(),
    uid: process.getuid?.(),
    keyStore: systemKeyStore(),
    probeStore: systemProbeStore(),
    mayCall: network,
    patienceMs: 10_000,
    now: Date.now,
    signal: context.signal,
  };
  const all: Finding[] = [];
  for await (const findings of examine(patient, typeOf)) {
    context.signal.throwIfAborted();
    all.push(...findings);
    if (!context.isJson) await printArea(context, findings, textOf);
  }
  const status = worstOf(all);
  context.endWith(codes[status]);
  if (context.isJson)
    return context.printJson({
      status,
      checks: all.map((finding) => ({
        id: finding.id,
        area: finding.area,
        status: finding.status,
        message: textOf(finding.text),
        advice: finding.advice === undefined ? null : textOf(finding.advice),
      })),
    });
  const count = (wanted: FindingStatus): number => all.filter((finding) => finding.status === wanted).length;
  await context.print('\n');
  await context.tell(
    status === 'ok'
      ? message('doctor.well')
      : message('doctor.count', { failures: count('failure'), warnings: count('warning') }),
  );
};

const marks = {
  ok: { sign: '✓', color: 'green' },
  warning: { sign: '!', color: 'yellow' },
  failure: { sign: '✗', color: 'red' },
} as const;

async function printArea(
  { print, stdout, environment }: Context,
  findings: readonly Finding[],
  textOf: (text: Finding['text']) => string,
): Promise<void> {
  const [first] = findings;
  if (first === undefined) return;
  const isColored = stdout.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
  const lines = findings.flatMap(({ status, text, advice }) => {
    const { sign, color } = marks[status];
    return [
      `  ${isColored ? styleText(color, sign, { validateStream: false }) : sign} ${forTerminal(textOf(text))}`,
      ...(advice === undefined ? [] : [`    → ${forTerminal(textOf(advice))}`]),
    ];
  });
  await print(`${[textOf(message(`doctor.area.${first.area}`)), ...lines].join('\n')}\n`);
}

/** Not the message: it may quote a secret. */
const typeOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
