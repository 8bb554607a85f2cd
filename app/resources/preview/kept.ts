import type { Engine } from './engine.ts';
import type { BodyOptions, PreviewRequest } from './messages.ts';

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
  /** The body as received, with the ends of its pages. `undefined`: too large to keep twice. */
  private chunks: (Uint8Array | PreviewRequest<'endPage'>)[] | undefined = [];
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

  /** Keeps the end of a page, in its place among the chunks. */
  endPage(request: PreviewRequest<'endPage'>): void {
    this.chunks?.push(request);
  }

  /** Sends the body so far to another process. Later calls wait there. */
  openIn(engine: Engine): Engine {
    const { previewId, options } = this;
    this.engine = engine;
    // A failure here also fails the call, which reports it.
    const ignore = () => undefined;
    engine.call('open', { previewId, options }).catch(ignore);
    for (const each of this.chunks ?? [])
      if (each instanceof Uint8Array) engine.call('chunk', { previewId, bytes: each }).catch(ignore);
      else engine.call('endPage', each).catch(ignore);
    if (!this.isArriving) engine.call('end', { previewId }).catch(ignore);
    return engine;
  }
}
