import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curl } from '../../../../app/resources/copy-as/curl.ts';
import { go } from '../../../../app/resources/copy-as/go.ts';
import { javascript } from '../../../../app/resources/copy-as/javascript.ts';
import { powershell } from '../../../../app/resources/copy-as/powershell.ts';
import { python } from '../../../../app/resources/copy-as/python.ts';
import type { CopiedRequest } from '../../../../app/resources/copy-as/value.ts';
import { readCurl } from '../../../../renderer/resources/paste/curl.ts';
import { posixQuoted } from '../../../servers/chromium-curl.ts';
import { anyRequest, filled, secrets } from './arbitrary-request.ts';

interface Received {
  method: string;
  target: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

let server: Server;
let origin = '';
let received: Received[] = [];
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-copy-as-'));
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = request.rawHeaders;
      const headers: Record<string, string> = Object.create(null);
      for (let at = 0; at < raw.length; at += 2) headers[(raw[at] ?? '').toLowerCase()] = raw[at + 1] ?? '';
      const body = Buffer.concat(chunks).toString('utf8');
      received.push({ method: request.method ?? '', target: request.url ?? '', headers, body });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const run = promisify(execFile);
const isHere = async (command: string, option: string): Promise<boolean> =>
  run(command, [option]).then(
    () => true,
    () => false,
  );

/** Many requests as one program, so that a test starts one process. */
const interpreters: {
  name: string;
  present: Promise<boolean>;
  command: string;
  file: string;
  program(requests: CopiedRequest[]): string;
  options?: string[];
}[] = [
  {
    name: 'bash and curl',
    present: isHere('curl', '--version'),
    command: 'bash',
    file: 'run.sh',
    program: (requests) => `set -e\n${requests.map(curl).join('\n')}\n`,
  },
  {
    name: 'Node',
    present: Promise.resolve(true),
    command: process.execPath,
    file: 'run.mjs',
    program: (requests) => requests.map((request) => `{\n${javascript(request)}\n}`).join('\n'),
  },
  {
    name: 'Python',
    present: isHere('python3', '--version'),
    command: 'python3',
    file: 'run.py',
    program: (requests) => `${requests.map(python).join('\n')}\n`,
  },
  {
    name: 'Go',
    present: isHere('go', 'version'),
    command: 'go',
    options: ['run'],
    file: 'run.go',
    program: (requests) => {
      // Each program becomes a function of one.
      const functions = requests.map((request, index) =>
        go(request)
          .replace(/^package main\n\nimport \([^)]*\)\n/, '')
          .replace('func main()', `func send${index}()`),
      );
      const imports = ['encoding/base64', 'fmt', 'io', 'log', 'net/http', 'os', 'strings'];
      return [
        `package main\nimport (${imports.map((each) => `"${each}"`).join(';')})`,
        'var _ = base64.StdEncoding; var _ = strings.NewReader; var _ = os.Getenv',
        ...functions,
        `func main() {\n${requests.map((_, index) => `send${index}()`).join('\n')}\n}`,
      ].join('\n');
    },
  },
  {
    name: 'PowerShell',
    present: isHere('pwsh', '-Version'),
    command: 'pwsh',
    options: ['-NoProfile', '-File'],
    file: 'run.ps1',
    program: (requests) => `\ufeff${requests.map(powershell).join('\n')}\n`,
  },
];

function expected({ method, url, headers, body }: CopiedRequest): Received {
  return {
    method,
    target: filled(url).slice(origin.length),
    headers: Object.assign(
      Object.create(null),
      Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), filled(value)])),
    ) as Record<string, string>,
    body: body === undefined ? '' : filled(body),
  };
}

describe('a copied request', async () => {
  const here = await Promise.all(interpreters.map(async (each) => ((await each.present) ? [each] : [])));

  it.each(here.flat())('is sent byte for byte by $name', async ({ command, file, program, options = [] }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRequest(origin), { minLength: 25, maxLength: 25 }), async (requests) => {
        received = [];
        const path = join(folder, file);
        writeFileSync(path, program(requests));
        const { PATH, GOCACHE, HOME } = process.env;
        await run(command, [...options, path], { env: { PATH, GOCACHE, HOME, ...secrets } });
        expect(received).toHaveLength(requests.length);
        received.forEach((got, index) => {
          const wanted = expected(requests[index] ?? { method: 'GET', url: [], headers: [] });
          const own = Object.keys(wanted.headers).map((name) => [name, got.headers[name]]);
          expect({ ...got, headers: Object.fromEntries(own) }).toEqual({ ...wanted, headers: { ...wanted.headers } });
        });
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it("reaches the server as Chromium's own command does, once that is pasted and copied again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRequest(origin), { minLength: 20, maxLength: 20 }), async (requests) => {
        const commands = requests.map(asChromium);
        const again = commands.map((command) => {
          const { url, headers, body, method } = readCurl(command) ?? { url: '', headers: [], method: '' };
          expect(['GET', 'POST']).toContain(method);
          return curl({
            method: method === 'POST' ? 'POST' : 'GET',
            url: [url],
            headers: headers.map(([name, value]) => [name, [value]]),
            ...(body === undefined ? {} : { body: [body] }),
          });
        });
        received = [];
        const path = join(folder, 'both.sh');
        writeFileSync(path, `set -e\n${[...commands, ...again].join('\n')}\n`);
        const { PATH } = process.env;
        await run('bash', [path], { env: { PATH, LC_ALL: 'C.UTF-8' } });
        const ofChromium = received.slice(0, commands.length).map(withoutCompression);
        expect(received.slice(commands.length).map(withoutCompression)).toEqual(ofChromium);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

/** As Chromium's developer tools copy it for a POSIX shell. Its headers are ASCII, an empty one ends with `;`. */
function asChromium({ url, headers, body }: CopiedRequest): string {
  const ascii = (text: string) => text.replace(/[^\x20-\x7e]/g, '-');
  return [
    `curl ${posixQuoted(filled(url))}`,
    ...headers
      .filter(([, value]) => filled(value) !== '')
      .map(([name, value]) => `-H ${posixQuoted(`${name}: ${ascii(filled(value))}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${posixQuoted(filled(body))}`]),
    '--compressed',
  ].join(' \\\n  ');
}

/** `--compressed` asks for codings; a resource asks for its own. */
const withoutCompression = ({ headers: { 'accept-encoding': _, ...headers }, ...rest }: Received) => ({
  ...rest,
  headers,
});
