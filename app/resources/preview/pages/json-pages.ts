import type { Message } from '../../../shared/messages/message.ts';
import type { FormatReader } from '../formats/format.ts';
import type { JsonDocument } from '../json/document.ts';
import type { BodyOptions } from '../messages.ts';
import { Received } from '../received.ts';
import { type Added, type ArrivedPage, type MergedBody, noList } from './merged.ts';
import { findSpan, fits, type RowSpan } from './row-span.ts';
import { RowsHash } from './rows-hash.ts';

const nothing = Buffer.alloc(0);

/** Pages of JSON and NDJSON: rows go after the last row of the first page's list, and what follows it comes last. */
export class JsonPages implements MergedBody {
  private readonly path: string;
  private readonly pointer: string;
  private readonly kind: RowSpan['kind'];
  private readonly hash = new RowsHash();
  private readonly tail: Buffer;
  private readonly received: Received;
  private count: number;

  /** `path`: as chosen. `pointer`: of the list, which `span` is in. */
  constructor(
    first: ArrivedPage,
    { path, pointer, span }: { path: string; pointer: string; span: RowSpan },
    options: BodyOptions,
  ) {
    const { bytes } = first.document;
    this.path = path;
    this.pointer = pointer;
    this.kind = span.kind;
    this.count = span.count;
    this.hash.isRepeat(bytes.subarray(span.from, span.to));
    this.tail = Buffer.from(bytes.subarray(span.to));
    this.received = utf8Body(bytes.subarray(0, span.to), options);
  }

  get byteLength(): number {
    return this.tail.byteLength;
  }

  add({ document }: ArrivedPage, dropRepeat: boolean): Added | 'repeat' {
    const span = findSpan(document, this.pointer, this.kind === 'lines');
    if (span === undefined || !fits(this.kind, span)) return { problem: noList(this.path) };
    if (span.count === 0) return { rowCount: 0 };
    const rows = document.bytes.subarray(span.from, span.to);
    if (this.hash.isRepeat(rows) && dropRepeat) return 'repeat';
    this.received.write(this.separator());
    this.received.write(rows);
    this.count += span.count;
    return { rowCount: span.count };
  }

  soFar(): { received: Received; document: JsonDocument } {
    const { received } = this;
    const document = received.reader.soFar(received.text.view(), () => undefined);
    // Each page was valid by itself, and so is the row after a separator.
    if (document === undefined) throw new Error('Pages do not form one body');
    return { received, document };
  }

  finish(): ReturnType<MergedBody['finish']> {
    const { received } = this;
    received.write(this.tail);
    received.end();
    return { received, ...documentOf(received.reader, received.text.view()) };
  }

  private separator(): Uint8Array {
    if (this.kind === 'lines') return Buffer.from('\n');
    return this.count === 0 ? nothing : Buffer.from(',\n');
  }
}

/** The document of a body that was put together from valid parts. */
export function documentOf(reader: FormatReader, text: Buffer): { document: JsonDocument; notes?: readonly Message[] } {
  const reading = reader.finish(text, () => undefined);
  if ('fault' in reading) throw new Error('Pages do not form one body');
  return reading;
}

/** A body that starts with text of a page, which is UTF-8 whatever the service sent. */
export const utf8Body = (start: Uint8Array, options: BodyOptions): Received =>
  new Received(start, { ...options, expectedBytes: undefined }, { label: 'utf-8', isChosen: true });
