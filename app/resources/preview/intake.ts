import { writeFileSync } from 'node:fs';
import { BodyFile } from './body-file.ts';
import { charsetBytes } from './formats/charset.ts';
import type { BodyOptions } from './messages.ts';
import { Received } from './received.ts';

/** Takes the bytes of one response in: into memory, or into a file once they are too many to show (row 43). */
export class Intake {
  /** `undefined`: too few bytes to detect the encoding, or too many to show. */
  received: Received | undefined;
  private readonly options: BodyOptions;
  private readonly filePrefix: string;
  /** The first bytes, until there are enough to detect the encoding. */
  private head = Buffer.alloc(0);
  private file: BodyFile | undefined;
  private total = 0;

  /** `filePrefix`: of the folder for a body that is too large to show. */
  constructor(options: BodyOptions, filePrefix: string) {
    this.options = options;
    this.filePrefix = filePrefix;
  }

  get isTooLarge(): boolean {
    return this.file !== undefined;
  }

  /** Throws what the disk says. */
  write(chunk: Uint8Array): void {
    this.total += chunk.byteLength;
    if (this.file === undefined && this.total > this.options.limitBytes) this.moveToFile();
    if (this.file !== undefined) this.file.write(chunk);
    else if (this.received !== undefined) this.received.write(chunk);
    else if (this.total >= charsetBytes)
      this.receive(this.head.length === 0 ? chunk : Buffer.concat([this.head, chunk]));
    else this.head = Buffer.concat([this.head, chunk]);
  }

  /** All has arrived. `undefined`: nothing, or too much to show. */
  end(): Received | undefined {
    if (this.head.length > 0) this.receive(this.head);
    this.received?.end();
    this.received = this.received?.corrected();
    return this.received;
  }

  /** Writes the body as sent, byte for byte. Throws what the disk says. */
  saveAs(path: string): void {
    if (this.file !== undefined) this.file.saveAs(path);
    else writeFileSync(path, this.received?.original ?? '', { mode: 0o600 });
  }

  close(): void {
    this.file?.close();
    this.received = undefined;
  }

  private receive(first: Uint8Array): void {
    this.received = new Received(first, this.options);
    this.head = Buffer.alloc(0);
  }

  private moveToFile(): void {
    this.file = new BodyFile(this.filePrefix);
    this.file.write(this.received?.original ?? this.head);
    this.received = undefined;
    this.head = Buffer.alloc(0);
  }
}
