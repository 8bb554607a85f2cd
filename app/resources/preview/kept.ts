import type { Engine } from './engine.ts';
import type { BodyOptions } from './messages.ts';

/** Bodies up to this size are also kept here, as received, so that they survive the end of their process. */
const mostCopiedBytes = 16 * 1024 * 1024;

/** One response, in whichever process it is. */
export class Kept {
  readonly previewId: string;
  readonly options: BodyOptions;
  /** `undefined`: its process has ended. The next call reopens the body from `chunks`. */
  engine: Engine | undefined;
  isArriving = true;
  /** A process ended while it worked on this body. */
  isSuspect = false;
  /** Memory in its process, in bytes. */
  byteLength = 0;
  /** The body as received. `undefined`: too large to keep twice. */
  private chunks: Uint8Array[] | undefined = [];
  private copied = 0;

  constructor(previewId: string, options: BodyOptions) {
    this.previewId = previewId;
    this.options = options;
  }

  /** Whether the body needs a process of its own: two large bodies in one process could end each other's preview. */
  get needsOwnEngine(): boolean {
    return this.isArriving || this.chunks === undefined;
  }

  /** Whether the body survives the end of its process. */
  get survives(): boolean {
    return this.chunks !== undefined;
  }

  /** Keeps the chunk without copying it. */
  copy(chunk: Uint8Array): void {
    this.copied += chunk.byteLength;
    if (this.copied > mostCopiedBytes) this.chunks = undefined;
    this.chunks?.push(chunk);
  }

  /** Sends the body so far to another process. Later calls wait there. */
  openIn(engine: Engine): Engine {
    const { previewId, options } = this;
    this.engine = engine;
    // A failure here also fails the call, which reports it.
    const ignore = () => undefined;
    engine.call('open', { previewId, options }).catch(ignore);
    for (const bytes of this.chunks ?? []) engine.call('chunk', { previewId, bytes }).catch(ignore);
    if (!this.isArriving) engine.call('end', { previewId }).catch(ignore);
    return engine;
  }
}
