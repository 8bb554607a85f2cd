import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Platform } from '../../platform/platform.ts';
import type { CallRequest, CallResponse, EventPayload } from '../../shared/contract/contract.ts';
import { RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { noShape } from '../../shared/shape/shape.ts';
import { fileName } from '../file-name.ts';
import type { Previews } from '../preview/previews.ts';
import type { Runs } from '../runs.ts';
import type { ResourceStore } from '../store.ts';

export interface ExportsDeps {
  previews: Pick<Previews, 'exportTable'>;
  resources: Pick<ResourceStore, 'find'>;
  runs: Pick<Runs, 'resourceOf'>;
  platform: Pick<Platform, 'pickSaveFile' | 'showInFolder'>;
  onProgress(progress: EventPayload<'export.progress'>): void;
}

/** Tables written to files. Several may run. */
export interface Exports {
  /**
   * Asks for a file, then writes it. `null`: the user picked none, or cancelled. Rejects with a RequestError `export.*`
   * or `preview.*`. Unless it succeeds, the file's folder is as before.
   */
  start(request: CallRequest<'export.start'>): Promise<CallResponse<'export.start'>>;
  cancel(id: string): void;
  /** Throws RequestError `export.not_there`. */
  showInFolder(id: string): Promise<void>;
  close(): void;
}

const progressMs = 100;
/** Finished ones whose folder can still be shown. */
const mostFinished = 50;

export function createExports({ previews, resources, runs, platform, onProgress }: ExportsDeps): Exports {
  const running = new Map<string, AbortController>();
  const finished = new Map<string, string>();

  const write = async (
    { id, choices, shape = noShape, previewId, dataPath, withParents }: CallRequest<'export.start'>,
    path: string,
    signal: AbortSignal,
  ) => {
    const part = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
    let told = 0;
    try {
      const view = { previewId, dataPath, withParents, shape: choices.scope === 'all' ? noShape : shape };
      const last = await previews.exportTable(
        { ...view, exportId: id, target: { path: part }, choices },
        signal,
        (progress) => {
          const now = performance.now();
          if (now - told < progressMs) return;
          told = now;
          const { rows, rowCount, bytes } = progress;
          onProgress({ id, rows, rowCount, bytes });
        },
      );
      if (last === null) return null;
      await rename(part, path).catch((error: unknown) => {
        throw new RequestError('export.no_permission', message('export.noPermission'), { cause: error });
      });
      const { rows, bytes, cutTexts } = last;
      return { path, rows, bytes, cutTexts };
    } finally {
      // The process removes its file too, unless it has ended.
      await rm(part, { force: true }).catch(() => undefined);
    }
  };

  return {
    start: async (request) => {
      const { id, previewId, choices } = request;
      const controller = new AbortController();
      running.set(id, controller);
      try {
        const resourceId = runs.resourceOf(previewId);
        const name = resourceId === undefined ? undefined : resources.find(resourceId)?.name;
        const path = await platform.pickSaveFile(fileName(name ?? 'data', choices.format));
        if (path === undefined || controller.signal.aborted) return null;
        const result = await write(request, path, controller.signal);
        if (result === null) return null;
        finished.set(id, path);
        for (const old of [...finished.keys()].slice(0, -mostFinished)) finished.delete(old);
        return result;
      } finally {
        running.delete(id);
      }
    },
    cancel: (id) => running.get(id)?.abort(),
    showInFolder: async (id) => {
      const path = finished.get(id);
      if (path === undefined) throw new RequestError('export.not_there', message('export.notThere'));
      await platform.showInFolder(path);
    },
    close: () => {
      for (const controller of running.values()) controller.abort();
    },
  };
}
