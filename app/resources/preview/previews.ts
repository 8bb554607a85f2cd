import { randomUUID } from 'node:crypto';
import type { ChildProcess } from '../../platform/platform.ts';
import { RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { removeFilesOf } from './body-file.ts';
import { driveExport } from './drive-export.ts';
import { type Engine, startEngine } from './engine.ts';
import type { ExportProgress } from './export/export-job.ts';
import { Kept } from './kept.ts';
import type { BodyOptions, PreviewCallName, PreviewRequest, PreviewResponse } from './messages.ts';
import { createSink, type PreviewSink } from './sink.ts';

type PreviewCall<Name extends PreviewCallName> = (request: PreviewRequest<Name>) => Promise<PreviewResponse<Name>>;

/**
 * The bodies of the responses, kept and read in processes of their own. A worker thread is no such border: V8 ends the
 * whole process when its memory is exhausted (docs/decisions/002-preview-process.md).
 *
 * A body arrives in a process where no other arrives, as long as four do at most. Small ones stay together afterwards:
 * they are kept here too, and read again when their process ends. Large ones have a process each. So what a body exhausts
 * ends its own preview alone.
 *
 * Every call fails with a RequestError: `preview.gone` (replaced or no longer kept), `preview.stopped` (its process
 * ended), `preview.no_table`, `preview.no_value`, `preview.not_parsed`, `preview.save_failed`.
 */
export interface Previews {
  /** Starts a preview for a body that arrives. Until it is kept, only its sink can drop it. */
  open(options: BodyOptions): PreviewSink;
  /**
   * Makes the preview the resource's, and drops the earlier one: a small body `formerMs` later, because the window may be
   * reading it, a large one at once, with its process. Starts a process for the next body.
   */
  keep(resourceId: string, previewId: string): void;
  table: PreviewCall<'table'>;
  columns: PreviewCall<'columns'>;
  rows: PreviewCall<'rows'>;
  statistics: PreviewCall<'statistics'>;
  find: PreviewCall<'find'>;
  copy: PreviewCall<'copy'>;
  path: PreviewCall<'path'>;
  paths: PreviewCall<'paths'>;
  tree: PreviewCall<'tree'>;
  text: PreviewCall<'text'>;
  value: PreviewCall<'value'>;
  chart: PreviewCall<'chart'>;
  findLines: PreviewCall<'findLines'>;
  findNodes: PreviewCall<'findNodes'>;
  /**
   * Writes a table to a new file, which main removes if this fails, or as the `part` of each progress; the next part waits
   * until `onProgress` resolves. Survives a run that replaces the preview. `null`: cancelled. Fails with a RequestError
   * `export.*` or `feed.too_large`, or as every call.
   */
  exportTable(
    request: PreviewRequest<'exportStart'>,
    signal: AbortSignal,
    onProgress: (progress: ExportProgress) => void | Promise<void>,
  ): Promise<ExportProgress | null>;
  /** Writes the body as sent. */
  saveBody(previewId: string, path: string): Promise<void>;
  /** Drops a body that no resource keeps. */
  drop(previewId: string): void;
  /** Drops the body of a deleted resource. */
  forget(resourceId: string): void;
  /** Starts a process, so that the first body need not wait for one. */
  warm(): void;
  /** Ends the processes and removes their files. */
  close(): Promise<void>;
}

export interface PreviewsOptions {
  /** Starts the bundled entry `preview`. `id`: its only argument. */
  start(id: string): ChildProcess;
  /** For all bodies together. The least recently used body is dropped first. */
  budgetBytes?: number;
  /** How long the earlier body of a resource stays readable, in ms: a window that scrolls asks for rows until it knows. */
  formerMs?: number;
}

const defaultBudgetBytes = 768 * 1024 * 1024;
const defaultFormerMs = 2_000;
/** Limit for large bodies, each of which has its own process. */
const mostLarge = 6;
/** Processes in which bodies arrive. */
const mostArriving = 4;

export function createPreviews({
  start,
  budgetBytes = defaultBudgetBytes,
  formerMs = defaultFormerMs,
}: PreviewsOptions): Previews {
  const engines = new Set<Engine>();
  /** The most recently used is last. */
  const kept = new Map<string, Kept>();
  const current = new Map<string, string>();
  /** Earlier previews that are about to be dropped, by resource. */
  const former = new Map<string, { previewId: string; timer: NodeJS.Timeout }>();

  const ended = (engine: Engine, culprit: string | undefined): void => {
    engines.delete(engine);
    for (const each of kept.values()) {
      if (each.engine !== engine) continue;
      each.engine = undefined;
      // The system may have ended the process. A body is to blame if that happens twice.
      if (!each.survives || (each.previewId === culprit && each.isSuspect)) kept.delete(each.previewId);
      else if (each.previewId === culprit) each.isSuspect = true;
    }
  };
  const startOne = (): Engine => {
    const id = randomUUID();
    const engine = startEngine(start(id), (culprit) => {
      removeFilesOf(id);
      ended(engine, culprit);
    });
    engines.add(engine);
    return engine;
  };
  const isFree = (engine: Engine) => ![...kept.values()].some((each) => each.engine === engine && each.needsOwnEngine);
  const freeEngine = (): Engine => {
    const free = [...engines].find(isFree);
    if (free !== undefined) return free;
    const load = new Map<Engine, number>();
    for (const { engine, isArriving } of kept.values())
      if (engine !== undefined && isArriving) load.set(engine, (load.get(engine) ?? 0) + 1);
    const [least] = [...load].sort(([, one], [, other]) => one - other);
    return least === undefined || load.size < mostArriving ? startOne() : least[0];
  };
  const forgetBody = (previewId: string): void => {
    const engine = kept.get(previewId)?.engine;
    kept.delete(previewId);
    engine?.call('forget', { previewId }).catch(() => undefined);
  };
  /** Call after a body arrived or was used. Never drops the most recently used one. */
  const trim = (): void => {
    const whole = [...kept.values()].filter((each) => !each.isArriving);
    let total = whole.reduce((sum, { byteLength }) => sum + byteLength, 0);
    let large = whole.filter(({ needsOwnEngine }) => needsOwnEngine).length;
    for (const each of whole.slice(0, -1)) {
      const isTooMany = each.needsOwnEngine && large > mostLarge;
      if (total <= budgetBytes && !isTooMany) continue;
      total -= each.byteLength;
      if (each.needsOwnEngine) large--;
      forgetBody(each.previewId);
    }
    // Keep one idle process for the next body. More would only take memory.
    for (const engine of [...engines].filter((each) => isFree(each) && each.isIdle()).slice(1)) engine.stop();
  };
  const find = (previewId: string): Kept => {
    const found = kept.get(previewId);
    if (found === undefined) throw new RequestError('preview.gone', message('preview.gone'));
    kept.delete(previewId);
    kept.set(previewId, found);
    return found;
  };
  const isLost = (error: unknown, previewId: string): boolean =>
    !(error instanceof RequestError && error.code === 'preview.stopped') || !kept.has(previewId);
  const engineOf = (previewId: string): Engine => {
    const found = find(previewId);
    return found.engine ?? found.openIn(freeEngine());
  };
  const call =
    <Name extends PreviewCallName>(name: Name): PreviewCall<Name> =>
    async (request) => {
      try {
        return await engineOf(request.previewId).call(name, request);
      } catch (error) {
        // Another body ended the process: read this one again.
        if (isLost(error, request.previewId)) throw error;
        return engineOf(request.previewId).call(name, request);
      }
    };
  const forgetFormer = (resourceId: string) => {
    const earlier = former.get(resourceId);
    former.delete(resourceId);
    clearTimeout(earlier?.timer);
    if (earlier !== undefined) forgetBody(earlier.previewId);
  };
  const forget = (resourceId: string) => {
    forgetFormer(resourceId);
    const previewId = current.get(resourceId);
    current.delete(resourceId);
    if (previewId !== undefined) forgetBody(previewId);
  };

  return {
    open: (options) => {
      const body = new Kept(randomUUID(), options);
      const { previewId } = body;
      body.openIn(freeEngine());
      kept.set(previewId, body);
      let isEnding = false;
      return createSink({
        previewId,
        send: async (bytes) => {
          const engine = engineOf(previewId);
          body.copy(bytes);
          await engine.call('chunk', { previewId, bytes }).catch((error: unknown) => {
            // Open the body in another process, with everything that has arrived.
            if (!isLost(error, previewId)) engineOf(previewId);
            else throw error;
          });
        },
        arriving: () => call('arriving')({ previewId }),
        endPage: async (wants, dropRepeat) => {
          const request = { previewId, wants, dropRepeat };
          const facts = await call('endPage')(request);
          body.endPage(request);
          return facts;
        },
        end: async () => {
          isEnding = true;
          const { summary, byteLength, fields } = await call('end')({ previewId });
          isEnding = false;
          body.isArriving = false;
          body.byteLength = byteLength;
          find(previewId);
          trim();
          return { summary, fields };
        },
        abort: () => {
          // Building rows can take seconds, and nobody waits for that.
          const { engine } = body;
          const isAlone = ![...kept.values()].some((each) => each !== body && each.engine === engine && !each.survives);
          forgetBody(previewId);
          if (isEnding && isAlone) engine?.stop();
        },
      });
    },
    keep: (resourceId, previewId) => {
      forgetFormer(resourceId);
      const earlier = current.get(resourceId);
      current.set(resourceId, previewId);
      if (earlier !== undefined && kept.get(earlier)?.needsOwnEngine === true) forgetBody(earlier);
      else if (earlier !== undefined)
        former.set(resourceId, {
          previewId: earlier,
          timer: setTimeout(() => forgetFormer(resourceId), formerMs).unref(),
        });
      // Starting a process takes longer than the first rows. A large body took the waiting process.
      freeEngine();
    },
    table: call('table'),
    columns: call('columns'),
    rows: call('rows'),
    statistics: call('statistics'),
    find: call('find'),
    copy: call('copy'),
    path: call('path'),
    paths: call('paths'),
    tree: call('tree'),
    text: call('text'),
    value: call('value'),
    chart: call('chart'),
    findLines: call('findLines'),
    findNodes: call('findNodes'),
    exportTable: async (request, signal, onProgress) =>
      driveExport(engineOf(request.previewId), request, signal, onProgress),
    saveBody: async (previewId, path) => {
      await call('saveBody')({ previewId, path });
    },
    drop: forgetBody,
    forget,
    warm: () => void freeEngine(),
    close: async () => {
      for (const resourceId of [...former.keys()]) forgetFormer(resourceId);
      kept.clear();
      const last = [...engines];
      for (const engine of last) engine.stop();
      await Promise.all(last.map((engine) => engine.ended));
    },
  };
}
