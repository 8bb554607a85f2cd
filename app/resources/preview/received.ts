import { chooseTranscoder, type Transcoder, utf8MarkLength } from './formats/charset.ts';
import { GrowingBytes } from './json/growing-bytes.ts';
import { JsonScanner } from './json/scanner.ts';
import { LineIndex } from './lines.ts';

/** The body while it arrives: its bytes in UTF-8, its lines and, for JSON, the scanner that follows. */
export class Received {
  /** UTF-8. The same as `original` for most bodies. */
  readonly text: GrowingBytes;
  readonly scanner: JsonScanner | undefined;
  readonly lines: LineIndex;
  /** As the service sent it, where that was not UTF-8. */
  private readonly raw: GrowingBytes | undefined;
  private readonly transcoder: Transcoder | undefined;
  private linesSeen = 0;

  /** `first`: the first chunk, at least three bytes where the body has as many. */
  constructor(first: Uint8Array, contentType: string, json: boolean, expectedBytes: number) {
    this.transcoder = chooseTranscoder(contentType, first);
    this.raw = this.transcoder === undefined ? undefined : new GrowingBytes(expectedBytes);
    this.text = new GrowingBytes(expectedBytes);
    // Decoding drops the mark itself.
    const start = this.transcoder === undefined ? utf8MarkLength(first, first.byteLength) : 0;
    this.lines = new LineIndex(start);
    this.linesSeen = start;
    this.scanner = json ? new JsonScanner(this.lines, start) : undefined;
    this.write(first);
  }

  write(chunk: Uint8Array): void {
    this.raw?.append(chunk);
    this.text.append(this.transcoder?.write(chunk) ?? chunk);
    this.scanner?.scan(this.text.bytes, this.text.length);
    this.scanLines();
  }

  end(): void {
    if (this.transcoder !== undefined) this.text.append(this.transcoder.end());
    this.scanner?.end(this.text.bytes, this.text.length);
    this.scanLines();
    this.lines.end(this.text.length);
  }

  get original(): Buffer {
    return (this.raw ?? this.text).view();
  }

  get byteLength(): number {
    return this.text.length + (this.raw?.length ?? 0);
  }

  /** The scanner tells of the newlines that it passes; after a fault, and in other formats, they are looked for here. */
  private scanLines(): void {
    const fault = this.scanner?.fault;
    if (this.scanner !== undefined && fault === undefined) return;
    const from = Math.max(this.linesSeen, fault?.position ?? 0);
    this.lines.scan(this.text.bytes, from, this.text.length);
    this.linesSeen = this.text.length;
  }
}
