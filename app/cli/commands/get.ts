import { extname } from 'node:path';
import { RequestError } from '../../shared/errors.ts';
import { type ExportFormat, exportFacts, exportFormats } from '../../shared/export/export.ts';
import { message } from '../../shared/messages/message.ts';
import type { Run } from '../context.ts';
import { openOutputFile } from '../output-file.ts';
import { createProgressLine } from '../progress.ts';
import { writeAll } from '../streams.ts';

interface GetOptions {
  format?: ExportFormat;
  path?: string;
  columns?: string;
  out?: string;
}

const isFormat = (text: string): text is ExportFormat => exportFormats.some((format) => format === text);

/** The format that the user names, or that the name of the file says. */
function formatOf({ format, out }: GetOptions): ExportFormat {
  const extension = extname(out ?? '')
    .slice(1)
    .toLowerCase();
  return format ?? (isFormat(extension) ? extension : 'json');
}

/** Fetches a resource and writes its rows. What is not whole is not written to a file. */
export const get: Run<GetOptions> = async (context, [resource = ''], options) => {
  const { stdout, signal } = context;
  const format = formatOf(options);
  const isToFile = options.out !== undefined && options.out !== '-';
  if (!isToFile && !exportFacts[format].isText && stdout.isTTY === true)
    throw new RequestError('local.usage', message('cli.get.terminal'));
  const columns = options.columns?.split(',').map((name) => name.trim());
  const session = await context.session();
  const progress = await createProgressLine(context);
  const file = isToFile ? await openOutputFile(options.out ?? '') : undefined;
  try {
    const result = await session.call(
      'local.get',
      {
        resource,
        format,
        ...(options.path === undefined ? {} : { path: options.path }),
        ...(columns === undefined ? {} : { columns }),
      },
      {
        signal,
        onProgress: progress.show,
        onBytes: (bytes) => (file === undefined ? writeAll(stdout, bytes) : file.write(bytes)),
      },
    );
    await file?.commit();
    progress.clear();
    if (file === undefined) return;
    if (context.isJson) return context.printJson({ ...result, notes: undefined, format, path: options.out });
    await context.tell(message('cli.get.done', { path: options.out ?? '', rows: result.rows }));
  } finally {
    progress.clear();
    await file?.discard();
  }
};
