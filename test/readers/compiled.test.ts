import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bigNumber, installedReaders, type StartedFeeds, startFeeds } from './start-feeds.ts';

const { java, olingo, go } = installedReaders();
const run = promisify(execFile);
const program = (name: string) => join(import.meta.dirname, name);

let feeds: StartedFeeds;
let truststore: string;
beforeAll(async () => {
  feeds = await startFeeds();
  truststore = await feeds.truststore();
});
beforeEach(() => feeds.forget());
afterAll(() => feeds.stop());

const utf8 = '-Dfile.encoding=UTF-8';
const trusting = () => [
  `-Djavax.net.ssl.trustStore=${truststore}`,
  '-Djavax.net.ssl.trustStorePassword=changeit',
  utf8,
];

describe.skipIf(java === undefined)('Java’s HttpClient', () => {
  const read = async (key: string, options = trusting()) =>
    (await run(java ?? '', [...options, program('ReadWithHttpClient.java'), feeds.url('ndjson'), key])).stdout;

  it('reads NDJSON with the truststore, then gets 304', async () => {
    expect(await read(feeds.secret)).toBe('200 HTTP_1_1 30\n304\n');
  });

  it('is refused with a wrong key, and refuses a server that it does not trust', async () => {
    expect(await read('tbk_wrong')).toMatch(/^401 /);
    await expect(read(feeds.secret, [utf8])).rejects.toThrow('PKIX path building failed');
  });
});

describe.skipIf(java === undefined || olingo === undefined)('Apache Olingo', () => {
  const read = async (key: string) =>
    (
      await run(java ?? '', [
        ...trusting(),
        '-cp',
        join(olingo ?? '', '*'),
        program('ReadWithOlingo.java'),
        feeds.target.origin,
        key,
      ])
    ).stdout;

  it('reads the metadata, and rows by a filter, with numbers as Double', async () => {
    const lines = (await read(feeds.secret)).trim().split('\n');
    expect(lines.slice(0, 7)).toEqual([
      'Order_No Double',
      'city String',
      'total Double',
      'paid Boolean',
      'at DateTimeOffset',
      'big Double',
      'count 8',
    ]);
    // Although the metadata says Edm.Double.
    expect(lines[7]).toMatch(/^28 Köln 2026-11-29T09:00:00Z 9007199254740993$/);
    expect(lines).toHaveLength(15);
  });

  it('is refused with a wrong key', async () => {
    await expect(read('tbk_wrong')).rejects.toThrow('401');
  });
});

describe.skipIf(go === undefined)('Go’s net/http', () => {
  const read = async (key: string, authority = feeds.authority) =>
    (
      await run(go ?? '', ['run', program('read.go'), feeds.url('csv'), key, authority], {
        env: { ...process.env, GO111MODULE: 'off' },
      })
    ).stdout;

  it('reads CSV by Basic, then gets 304', async () => {
    const lines = (await read(feeds.secret)).trim().split('\n');
    expect(lines.slice(0, 3)).toEqual(['200', '31 <nil>', '["Order_No" "city" "total" "paid" "at" "big"]']);
    expect(lines[3]).toBe(`["0" "Köln" "0" "true" "2026-11-01T09:00:00Z" "${bigNumber}"]`);
    expect(lines[5]).toContain('"2" "" "3"');
    expect(lines.at(-1)).toBe('304');
  });

  it('is refused with a wrong key, and refuses a server that it does not trust', async () => {
    expect(await read('tbk_wrong')).toBe('401\n401\n');
    expect(await read(feeds.secret, '/dev/null')).toContain('x509: certificate signed by unknown authority');
  });
});
