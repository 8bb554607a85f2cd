import type { GetProgress } from '../local/requests.ts';
import { message } from '../shared/messages/message.ts';
import type { Context } from './context.ts';

const shownMs = 100;

/** One line on the standard error that changes, if that is a terminal. */
export interface ProgressLine {
  show(progress: GetProgress): void;
  clear(): void;
}

export async function createProgressLine({ stderr, texts, isJson }: Context): Promise<ProgressLine> {
  if (stderr.isTTY !== true || isJson) return { show: () => {}, clear: () => {} };
  const { textOf } = await texts();
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show: (progress) => {
      if (performance.now() - shownAt < shownMs) return;
      shownAt = performance.now();
      const { rows, totalRows } = progress;
      const text =
        progress.step === 'writing'
          ? message('cli.progress.writing', { rows, total: progress.totalRows })
          : totalRows === null
            ? message('cli.progress.page', { page: progress.page, rows })
            : message('cli.progress.pageOf', { page: progress.page, rows, total: totalRows });
      // ECMA-48: to the start of the line, and erase it.
      stderr.write(`\r\u001B[2K${textOf(text)}`);
    },
    clear: () => {
      if (shownAt > 0) stderr.write('\r\u001B[2K');
    },
  };
}
