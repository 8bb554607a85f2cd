import { RequestError } from '../../errors.ts';
import { Body } from './body.ts';
import type { BodyOptions } from './messages.ts';

/** Bodies kept at most, together; the one used longest ago goes first. In bytes. */
export const defaultBudget = 768 * 1024 * 1024;

/** The bodies that the worker keeps, the last used last. */
export class Bodies {
  private readonly kept = new Map<string, Body>();
  private readonly budget: number;

  constructor(budget = defaultBudget) {
    this.budget = budget;
  }

  open(previewId: string, options: BodyOptions): void {
    this.kept.set(previewId, new Body(options));
  }

  /** Throws RequestError `preview.gone`. */
  use(previewId: string): Body {
    const body = this.find(previewId);
    if (body === undefined)
      throw new RequestError('preview.gone', 'This answer is no longer kept. Run the resource again to see it.');
    return body;
  }

  find(previewId: string): Body | undefined {
    const body = this.kept.get(previewId);
    if (body === undefined) return undefined;
    this.kept.delete(previewId);
    this.kept.set(previewId, body);
    return body;
  }

  forget(previewId: string): void {
    this.kept.get(previewId)?.close();
    this.kept.delete(previewId);
  }

  /** Lets go of what passes the budget, but never of the body used last. */
  trim(): void {
    let total = 0;
    for (const body of this.kept.values()) total += body.byteLength;
    for (const [previewId, body] of this.kept) {
      if (total <= this.budget || this.kept.size === 1) return;
      total -= body.byteLength;
      this.forget(previewId);
    }
  }

  close(): void {
    for (const previewId of [...this.kept.keys()]) this.forget(previewId);
  }
}
