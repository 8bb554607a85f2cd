import type { JsonDocument } from '../json/document.ts';
import type { LineIndex } from '../lines.ts';
import type { BodyOptions } from '../messages.ts';

/** Why a body is not what was asked for, and where. */
export interface Fault {
  message: string;
  line?: number | undefined;
  column?: number | undefined;
}

export type Reading = { document: JsonDocument; notes?: readonly string[] } | { fault: Fault };

/** Says what the body is when its start looks like something else; `undefined`: it does not. */
export type Mismatch = () => string | undefined;

/** Follows one body. `bytes`: of the whole body in UTF-8, of which `length` have arrived. */
export interface FormatReader {
  write(bytes: Buffer, length: number): void;
  end(bytes: Buffer, length: number): void;
  /** From where on newlines have to be looked for; `undefined`: the reader tells the line index of all that it passes. */
  untoldLinesFrom(): number | undefined;
  /** What has arrived, as valid JSON; its last value may be there in part. `undefined`: nothing can be shown yet. */
  soFar(text: Buffer, mismatch: Mismatch): JsonDocument | undefined;
  /** After `end`. */
  finish(text: Buffer, mismatch: Mismatch): Reading;
}

export interface ReaderOptions extends BodyOptions {
  /** Where the data begins. */
  start: number;
  lines: LineIndex;
}

/** `surely`: whatever was asked for. `likely`: unless the format that was asked for may start like that. */
export type Look = 'surely' | 'likely' | undefined;

/** How a format is read; a file for each, collected in `formats.ts`. */
export interface Format {
  /** A table can be shown while the body arrives. */
  isReadAsItArrives: boolean;
  /** Its document is the bytes that came; the others have JSON of their own. */
  isJson: boolean;
  createReader(options: ReaderOptions): FormatReader;
  /** Bytes between the byte order mark and the data. `start`: the first bytes after the mark. */
  guardLength?(start: Uint8Array): number;
  /** Whether a body is in this format by its first characters, without white space before them. */
  look(start: string, contentType: string): Look;
  /** Whether a body in this format may start with what likely is another. */
  mayStartLike?(start: string): boolean;
  /** Said of a body that looks like no format, and cannot be in this one. */
  refuses?(start: string, contentType: string): string | undefined;
}
