import { type Message, message } from '../../shared/messages/message.ts';
import {
  type Charset,
  checkUtf8,
  chooseCharset,
  createTranscoder,
  type Transcoder,
  utf8MarkLength,
} from './formats/charset.ts';
import type { FormatReader } from './formats/format.ts';
import { formats } from './formats/formats.ts';
import { GrowingBytes } from './json/growing-bytes.ts';
import { LineIndex } from './lines.ts';
import type { BodyOptions } from './messages.ts';

const startCharacters = 4096;

/** A body while it arrives: its bytes in UTF-8, its lines, and the reader of its format. */
export class Received {
  /** UTF-8. For most bodies the same as `original`. */
  readonly text: GrowingBytes;
  readonly reader: FormatReader;
  readonly lines: LineIndex;
  /** Assumptions about the bytes. */
  readonly notes: Message[] = [];
  /** The bytes as received, if they were not UTF-8. */
  private readonly raw: GrowingBytes | undefined;
  private readonly options: BodyOptions;
  private readonly charset: Charset;
  private readonly transcoder: Transcoder | undefined;
  private linesSeen = 0;

  /** `first`: the first chunk, with at least `charsetBytes` if the body is that long. */
  constructor(first: Uint8Array, options: BodyOptions, charset?: Charset) {
    const { contentType, encoding = 'auto', limitBytes } = options;
    const format = formats[options.format];
    const expectedBytes = Math.min(options.expectedBytes ?? 0, limitBytes);
    this.options = options;
    this.charset = charset ?? chooseCharset(first, contentType, encoding);
    this.transcoder = createTranscoder(this.charset.label);
    this.raw = this.transcoder === undefined ? undefined : new GrowingBytes(expectedBytes);
    this.text = new GrowingBytes(expectedBytes);
    this.take(first);
    const { bytes, length } = this.text;
    // Decoding removes the byte order mark.
    const mark = utf8MarkLength(bytes, length);
    const start = mark + (format.guardLength?.(bytes.subarray(mark, length)) ?? 0);
    this.lines = new LineIndex(mark);
    this.lines.scan(bytes, mark, start);
    this.linesSeen = start;
    this.reader = format.createReader({ ...options, start, lines: this.lines });
    this.follow();
  }

  write(chunk: Uint8Array): void {
    this.take(chunk);
    this.follow();
  }

  end(): void {
    if (this.transcoder !== undefined) this.text.append(this.transcoder.end());
    const { bytes, length } = this.text;
    this.reader.end(bytes, length);
    this.scanLines();
    this.lines.end(length);
    const { unknown } = this.charset;
    if (unknown !== undefined) this.notes.push(message('preview.encoding.unknown', { name: unknown }));
  }

  /** After the end: the same body, decoded with the encoding that its bytes really have. */
  corrected(): Received {
    if (this.transcoder !== undefined || this.charset.isChosen) return this;
    const found = checkUtf8(this.text.view());
    if (found === 'damaged') this.notes.push(message('preview.encoding.damaged'));
    if (found !== 'windows-1252') return this;
    const reread = new Received(this.original, this.options, { label: found, isChosen: true });
    reread.end();
    reread.notes.push(message('preview.encoding.windows1252'));
    return reread;
  }

  /** The first characters, after white space. Empty: a body of white space alone, whatever its length. */
  get start(): string {
    const view = this.text.view();
    const start = view.toString('utf8', utf8MarkLength(view, view.length), startCharacters).trimStart();
    return start === '' && view.length > startCharacters
      ? view.toString('utf8').trimStart().slice(0, startCharacters)
      : start;
  }

  get original(): Buffer {
    return (this.raw ?? this.text).view();
  }

  get byteLength(): number {
    return this.text.length + (this.raw?.length ?? 0);
  }

  private take(chunk: Uint8Array): void {
    this.raw?.append(chunk);
    this.text.append(this.transcoder?.write(chunk) ?? chunk);
  }

  private follow(): void {
    const { bytes, length } = this.text;
    this.reader.write(bytes, length);
    this.scanLines();
  }

  private scanLines(): void {
    const from = this.reader.untoldLinesFrom();
    if (from === undefined) return;
    this.lines.scan(this.text.bytes, Math.max(this.linesSeen, from), this.text.length);
    this.linesSeen = this.text.length;
  }
}
