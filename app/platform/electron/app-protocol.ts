import { type Protocol, protocol, type Session } from 'electron';
import { isOwnPage } from '../navigation.ts';
import { rendererFiles } from '../renderer-files.ts';

/** The UI's own scheme (row 10): no file: URL, no port, and an origin that no other site can have. */
export const appOrigin = 'tokenboard://app';

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'tokenboard', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Resolves when the page has its scripts: from then on it needs this process for nothing for a while. */
export function serveRenderer(target: Protocol, folder: string): Promise<void> {
  const read = rendererFiles(folder);
  const hasScripts = Promise.withResolvers<void>();
  target.handle('tokenboard', async ({ url }) => {
    if (!isOwnPage(url, appOrigin)) return new Response(null, { status: 404 });
    const { status, headers, body } = await read(url);
    if (url.endsWith('.js')) setTimeout(hasScripts.resolve);
    return new Response(new Uint8Array(body), { status, headers });
  });
  return hasScripts.promise;
}

/** The main window's session can reach only the UI's files. All data comes through the contract. */
export function guardMainSession(session: Session, allowDevTools: boolean): void {
  session.webRequest.onBeforeRequest((details, response) => {
    const isDevTools = allowDevTools && details.url.startsWith('devtools://');
    response({ cancel: !isDevTools && !isOwnPage(details.url, appOrigin) });
  });
  // Copy buttons write to the clipboard. Nothing else is allowed (row 3).
  session.setPermissionRequestHandler((_contents, permission, callback) =>
    callback(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.setDevicePermissionHandler(() => false);
  // Otherwise Chromium downloads a dictionary from its own server.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}
