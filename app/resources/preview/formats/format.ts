import type { Message } from '../../../shared/messages/message.ts';
import type { JsonDocument } from '../json/document.ts';
import type { LineIndex } from '../lines.ts';
import type { BodyOptions } from '../messages.ts';

/** Why a body is not in the requested format, and where. */
export interface Fault {
  message: Message;
  line?: number | undefined;
  column?: number | undefined;
}

export type Reading = { document: JsonDocument; notes?: readonly Message[] } | { fault: Fault };

/** Says what the body is if its start looks like another format. `undefined`: it does not. */
export type Mismatch = () => Message | undefined;

/** Reads one body. `bytes`: room for the whole body in UTF-8, of which `length` have arrived. */
export interface FormatReader {
  write(bytes: Buffer, length: number): void;
  end(bytes: Buffer, length: number): void;
  /** From where on to look for newlines. `undefined`: the reader reports all lines that it passes. */
  untoldLinesFrom(): number | undefined;
  /** The received part as valid JSON, whose last value may be incomplete. `undefined`: nothing can be shown yet. */
  soFar(text: Buffer, mismatch: Mismatch): JsonDocument | undefined;
  /** Makes everything read so far visible in `soFar`, before a page follows. */
  flush?(): void;
  /** After `end`. */
  finish(text: Buffer, mismatch: Mismatch): Reading;
}

export interface ReaderOptions extends BodyOptions {
  /** Where the data starts. */
  start: number;
  lines: LineIndex;
}

/** `surely`: whatever format was requested. `likely`: unless the requested format may start like this. */
export type Look = 'surely' | 'likely' | undefined;

/** How a format is read. One file per format, collected in `formats.ts`. */
export interface Format {
  /** Whether a table can be shown while the body arrives. */
  isReadAsItArrives: boolean;
  /** Whether the document uses the received bytes. Other formats are converted to JSON. */
  isJson: boolean;
  createReader(options: ReaderOptions): FormatReader;
  /** The length of a prefix between the byte order mark and the data. `start`: the first bytes after the mark. */
  guardLength?(start: Uint8Array): number;
  /** Whether a body is in this format, judged by its first characters after white space. */
  look(start: string, contentType: string): Look;
  /** Whether a body in this format may start like another format. */
  mayStartLike?(start: string): boolean;
  /** The message for a body that looks like no format, and cannot be in this one. */
  refuses?(start: string, contentType: string): Message | undefined;
}
