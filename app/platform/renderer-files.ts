import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { securityHeaders } from './csp.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export interface RendererFile {
  status: 200 | 404;
  headers: Record<string, string>;
  body: Buffer;
}

/** `/` → `index.html`. `undefined` for paths that could leave the folder or are not files of the UI. */
export function rendererPath(pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path === '/' || path === '') return 'index.html';
  const segments = path.replace(/^\//, '').split('/');
  // Plain names only: no `..`, drive, stream, encoded separator or hidden file.
  if (!segments.every((segment) => /^[\w-][\w.@-]*$/.test(segment))) return undefined;
  if (!(extname(path) in contentTypes)) return undefined;
  return segments.join('/');
}

/** The built UI, read once and cached: it is small, and a reload must not wait for a disk. */
export function rendererFiles(folder: string): (url: string) => Promise<RendererFile> {
  const kept = new Map<string, Promise<RendererFile>>();
  const missing: RendererFile = {
    status: 404,
    headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from('Not found'),
  };
  return async (url) => {
    const path = rendererPath(new URL(url).pathname);
    if (path === undefined) return missing;
    let file = kept.get(path);
    if (file === undefined) {
      file = readFile(join(folder, path)).then((body) => ({
        status: 200 as const,
        headers: { ...securityHeaders, 'content-type': contentTypes[extname(path)] ?? 'application/octet-stream' },
        body,
      }));
      kept.set(path, file);
    }
    try {
      return await file;
    } catch {
      kept.delete(path);
      return missing;
    }
  };
}
