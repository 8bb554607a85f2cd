import { randomUUID } from 'node:crypto';
import { RequestError } from '../../errors.ts';
import type { Answer, BodyOptions, QuestionName, Request } from './messages.ts';
import { createSink, type PreviewSink } from './sink.ts';
import { startWorker, type WorkerLink } from './worker-link.ts';

export type { PreviewSink } from './sink.ts';

type Ask<Name extends QuestionName> = (request: Request<Name>) => Promise<Answer<Name>>;

/**
 * The bodies of the answers, kept and read in one worker. Every call fails with a RequestError: `preview.gone` (replaced or
 * no longer kept), `preview.stopped` (the worker ended; the next `open` starts another), `preview.no_table`, `preview.no_value`,
 * `preview.not_parsed`, `preview.save_failed`.
 */
export interface Previews {
  /** For a body that arrives. Nobody but the sink forgets it before it is kept. */
  open(options: BodyOptions): PreviewSink;
  /** It is the resource's from now on; the earlier one goes. Until then that one can still be looked at. */
  keep(resourceId: string, previewId: string): void;
  table: Ask<'table'>;
  columns: Ask<'columns'>;
  rows: Ask<'rows'>;
  tree: Ask<'tree'>;
  text: Ask<'text'>;
  value: Ask<'value'>;
  /** Writes the body as it was sent. */
  saveBody(previewId: string, path: string): Promise<void>;
  /** The resource is gone: its body goes too. */
  forget(resourceId: string): void;
  /** Starts the worker, so that the first body need not wait for it. */
  warm(): void;
  /** Ends the worker and removes its files. */
  close(): Promise<void>;
}

/** `worker`: the bundled entry `worker.ts`. `budgetBytes`: for all bodies together. */
export function createPreviews({ worker, budgetBytes }: { worker: URL; budgetBytes?: number }): Previews {
  let link: WorkerLink | undefined;
  const current = new Map<string, string>();

  const running = (): WorkerLink => {
    if (link !== undefined) return link;
    const started = startWorker(worker, budgetBytes, () => {
      if (link === started) link = undefined;
    });
    link = started;
    return started;
  };
  const ask =
    <Name extends QuestionName>(name: Name): Ask<Name> =>
    async (request) => {
      // Without a worker there is no body.
      if (link === undefined)
        throw new RequestError('preview.gone', 'This answer is no longer kept. Run the resource again to see it.');
      return link.ask(name, request);
    };
  const forget = (resourceId: string) => {
    const previewId = current.get(resourceId);
    current.delete(resourceId);
    if (previewId !== undefined) link?.ask('forget', { previewId }).catch(() => undefined);
  };

  return {
    open: (options) => {
      const previewId = randomUUID();
      const opened = running();
      opened.ask('open', { previewId, options }).catch(() => undefined);
      return createSink(opened, previewId);
    },
    keep: (resourceId, previewId) => {
      forget(resourceId);
      current.set(resourceId, previewId);
    },
    table: ask('table'),
    columns: ask('columns'),
    rows: ask('rows'),
    tree: ask('tree'),
    text: ask('text'),
    value: ask('value'),
    saveBody: async (previewId, path) => {
      await ask('saveBody')({ previewId, path });
    },
    forget,
    warm: () => void running(),
    close: async () => {
      const last = link;
      link = undefined;
      await last?.ask('close', null).catch(() => undefined);
      await last?.stop();
    },
  };
}
