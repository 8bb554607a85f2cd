import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FeedBody } from '../feed-rows.ts';

export type Encoding = 'identity' | 'gzip' | 'br';

/** Smaller bodies gain nothing. */
const leastBytes = 1_024;
/** Larger ones are packed quickly instead of well. */
const quickBytes = 4 * 2 ** 20;

const pack = { gzip: promisify(gzip), br: promisify(brotliCompress) };

/** One representation of a feed: its bytes in one encoding. */
export interface Representation {
  encoding: Encoding;
  bytes: Buffer;
  /** Strong, and different for each encoding (RFC 9110 §8.8.3.3). */
  etag: string;
}

/** By buffer, so that rows that stayed the same are packed once. Each is freed with its buffer. */
const packed = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

/** Packs a body once for all readers, when the first one asks for the encoding. */
export async function represent(body: FeedBody, encoding: Encoding): Promise<Representation> {
  if (encoding === 'identity') return { encoding, bytes: body.bytes, etag: body.etag };
  const etag = body.etag.replace(/"$/, `-${encoding}"`);
  let variants = packed.get(body.bytes);
  if (variants === undefined) {
    variants = new Map();
    packed.set(body.bytes, variants);
  }
  let bytes = variants.get(encoding);
  if (bytes === undefined) {
    bytes = packBytes(body.bytes, encoding);
    variants.set(encoding, bytes);
  }
  return { encoding, bytes: await bytes, etag };
}

function packBytes(bytes: Buffer, encoding: 'gzip' | 'br'): Promise<Buffer> {
  const isLarge = bytes.length > quickBytes;
  if (encoding === 'gzip') return pack.gzip(bytes, { level: isLarge ? 1 : 6 });
  return pack.br(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: isLarge ? 1 : 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The reader's choice for a body of this size (RFC 9110 §12.5.3). `undefined`: it accepts none of the encodings. */
export function chooseEncoding(header: string | undefined, size: number): Encoding | undefined {
  if (header === undefined) return 'identity';
  const { best, acceptsPlain } = readAcceptEncoding(header);
  if (acceptsPlain && (size < leastBytes || best === undefined)) return 'identity';
  return best;
}

interface Accepted {
  /** The better of `br` and `gzip` that the reader likes at least as much as none. */
  best: Encoding | undefined;
  acceptsPlain: boolean;
}

const known = new Map<string, Accepted>();
const mostKnown = 200;

function readAcceptEncoding(header: string): Accepted {
  const found = known.get(header);
  if (found !== undefined) return found;
  const weights = new Map<string, number>();
  for (const each of header.slice(0, 1_000).split(',')) {
    const [, name = '', weight = '1'] =
      /^\s*([a-z*-]+)\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i.exec(each) ?? [];
    if (name !== '') weights.set(name.toLowerCase(), Number(weight));
  }
  const others = weights.get('*') ?? 0;
  const weightOf = (name: string): number =>
    weights.get(name) ?? (name === 'gzip' ? weights.get('x-gzip') : undefined) ?? others;
  const plain = weights.get('identity') ?? (weights.has('*') ? others : undefined);
  const [br, gzip] = [weightOf('br'), weightOf('gzip')];
  const best = br === 0 && gzip === 0 ? undefined : br >= gzip ? 'br' : 'gzip';
  const isPlainBetter = best !== undefined && weights.has('identity') && (plain ?? 0) > Math.max(br, gzip);
  const accepted: Accepted = { best: isPlainBetter ? undefined : best, acceptsPlain: plain !== 0 };
  if (known.size >= mostKnown) known.clear();
  known.set(header, accepted);
  return accepted;
}

const policies = new WeakMap<Buffer, string>();

/** A Content Security Policy that allows the page's own style by its hash, and nothing else. */
export function pagePolicy({ bytes }: FeedBody): string {
  let policy = policies.get(bytes);
  if (policy === undefined) {
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(bytes.subarray(0, 65_536).toString('utf8')) ?? [];
    const source = style === undefined ? "'none'" : `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
    policy = `default-src 'none'; style-src ${source}; base-uri 'none'; form-action 'none'`;
    policies.set(bytes, policy);
  }
  return policy;
}
