import type { Message } from '../../../../shared/messages/message.ts';
import { PathFault } from './path-fault.ts';

const unitsPerCheck = 1_000_000;

/** The time that one path may take: a path can select a value many times, and a pattern can be slow. */
export class Budget {
  private readonly end: number;
  private readonly fault: Message;
  private left = unitsPerCheck;

  constructor(milliseconds: number, fault: Message) {
    this.end = performance.now() + milliseconds;
    this.fault = fault;
  }

  /** Throws PathFault after the end. `units`: about a nanosecond to ten each. */
  spend(units: number): void {
    this.left -= units;
    if (this.left > 0) return;
    this.left = unitsPerCheck;
    if (performance.now() > this.end) throw new PathFault(this.fault);
  }
}
