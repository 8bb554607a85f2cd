import { JsonDocument } from '../json/document.ts';
import { GrowingBytes } from '../json/growing-bytes.ts';
import { JsonScanner } from '../json/scanner.ts';
import { LineIndex } from '../lines.ts';
import type { BodyOptions } from '../messages.ts';
import type { Received } from '../received.ts';
import { utf8Body } from './json-pages.ts';
import { type Added, type ArrivedPage, type MergedBody, noList } from './merged.ts';
import { findSpan, fits, type RowSpan } from './row-span.ts';
import { RowsHash } from './rows-hash.ts';

/** Pages of XML: their converted rows become one list. Their texts stand one after the other. */
export class XmlPages implements MergedBody {
  private readonly path: string;
  private readonly pointer: string;
  private readonly hash = new RowsHash();
  private readonly tail: Buffer;
  private readonly received: Received;
  private readonly json = new GrowingBytes();
  private readonly scanner = new JsonScanner(new LineIndex(), 0);
  private count: number;

  constructor(
    first: ArrivedPage,
    { path, pointer, span }: { path: string; pointer: string; span: RowSpan },
    options: BodyOptions,
  ) {
    const { bytes } = first.document;
    this.path = path;
    this.pointer = pointer;
    this.count = span.count;
    const rows = bytes.subarray(span.from, span.to);
    this.hash.isRepeat(rows);
    const isSingle = span.kind === 'single';
    const rest = bytes.subarray(span.to);
    this.tail = isSingle ? Buffer.concat([Buffer.from(']'), rest]) : Buffer.from(rest);
    this.write(bytes.subarray(0, span.from));
    if (isSingle) this.write(Buffer.from('['));
    this.write(rows);
    this.received = utf8Body(first.received.text.view(), options);
  }

  get byteLength(): number {
    return this.json.length;
  }

  add({ received, document }: ArrivedPage, dropRepeat: boolean): Added | 'repeat' {
    const span = findSpan(document, this.pointer, false);
    if (span === undefined || !fits('array', span)) return { problem: noList(this.path) };
    const rows = document.bytes.subarray(span.from, span.to);
    if (this.hash.isRepeat(rows) && dropRepeat) return 'repeat';
    this.received.write(Buffer.from('\n'));
    this.received.write(received.text.view());
    if (span.count === 0) return { rowCount: 0 };
    if (this.count > 0) this.write(Buffer.from(',\n'));
    this.write(rows);
    this.count += span.count;
    return { rowCount: span.count };
  }

  soFar(): { received: Received; document: JsonDocument } {
    return { received: this.received, document: this.document() };
  }

  finish(): { received: Received; document: JsonDocument } {
    this.write(this.tail);
    this.scanner.end(this.json.bytes, this.json.length);
    this.received.end();
    return { received: this.received, document: this.document() };
  }

  private document(): JsonDocument {
    return new JsonDocument(this.json.view(), this.scanner.structure, { isXml: true });
  }

  private write(bytes: Uint8Array): void {
    this.json.append(bytes);
    this.scanner.scan(this.json.bytes, this.json.length);
  }
}
