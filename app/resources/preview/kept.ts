import type { Engine } from './engine.ts';
import type { BodyOptions } from './messages.ts';

/** Bodies up to this size are kept here too, as they came: a process that ends does not take them along. */
const mostCopiedBytes = 16 * 1024 * 1024;

/** One response, wherever it is. */
export class Kept {
  readonly previewId: string;
  readonly options: BodyOptions;
  /** `undefined`: its process has ended. The next call opens it again from `chunks`. */
  engine: Engine | undefined;
  isArriving = true;
  /** A process ended while it worked on this body. */
  isSuspect = false;
  /** In its process, in bytes. */
  byteLength = 0;
  /** The body as it came. `undefined`: it is too large to have twice. */
  private chunks: Uint8Array[] | undefined = [];
  private copied = 0;

  constructor(previewId: string, options: BodyOptions) {
    this.previewId = previewId;
    this.options = options;
  }

  /** Another body must not be in its process: either could take the other along. */
  get needsOwnEngine(): boolean {
    return this.isArriving || this.chunks === undefined;
  }

  /** The end of its process does not take it along. */
  get survives(): boolean {
    return this.chunks !== undefined;
  }

  /** The chunk is kept as it is. */
  copy(chunk: Uint8Array): void {
    this.copied += chunk.byteLength;
    if (this.copied > mostCopiedBytes) this.chunks = undefined;
    this.chunks?.push(chunk);
  }

  /** What has come, once more, in another process. Calls that follow wait there. */
  openIn(engine: Engine): Engine {
    const { previewId, options } = this;
    this.engine = engine;
    // What fails here fails for the call, too.
    const ignore = () => undefined;
    engine.call('open', { previewId, options }).catch(ignore);
    for (const bytes of this.chunks ?? []) engine.call('chunk', { previewId, bytes }).catch(ignore);
    if (!this.isArriving) engine.call('end', { previewId }).catch(ignore);
    return engine;
  }
}
