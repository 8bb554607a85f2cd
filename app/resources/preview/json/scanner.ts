import { type Message, message } from '../../../shared/messages/message.ts';
import type { LineIndex } from '../lines.ts';
import { Structure } from './structure.ts';
import {
  escapable,
  hexDigit,
  numberClass,
  numberComplete,
  numberEnded,
  numberNext,
  numberState,
  plainInString,
} from './tables.ts';

/** Where a body stops being valid JSON. `position` in bytes. */
export interface JsonFault {
  position: number;
  reason: Message;
}

/** What is expected next. */
const value = 0;
const valueOrEnd = 1;
const keyOrEnd = 2;
const key = 3;
const colon = 4;
const afterValue = 5;
/** Inside a token that may continue in the next chunk. */
const inString = 6;
const inNumber = 7;
const inLiteral = 8;

const literals: Record<number, string> = { 116: 'true', 102: 'false', 110: 'null' };

/**
 * Validates JSON (RFC 8259) while chunks arrive, and records the positions of containers near the root and their
 * children, so that the table is ready right after the last byte. Creates no JavaScript values. Does not recurse, so
 * any depth works. Several top-level objects or arrays on separate lines (NDJSON) count as a list.
 */
export class JsonScanner {
  readonly structure = new Structure();
  fault: JsonFault | undefined;
  private readonly lines: LineIndex;
  private position: number;
  private state = value;
  private depth = 0;
  /** 1: object. */
  private kinds = new Uint8Array(64);
  private tracked = new Int32Array(64);
  private current: number;
  private stringIsKey = false;
  /** 1: after a backslash. 2 to 5: that many minus one hex digits are missing. */
  private escape = 0;
  private numberAt = 0;
  private literal = '';
  private literalAt = 0;
  private rootEnd = 0;

  constructor(lines: LineIndex, start: number) {
    this.lines = lines;
    this.position = start;
    this.current = this.structure.open('array', 0, -1);
    this.tracked[0] = this.current;
  }

  /** Continues up to `end`. Earlier bytes have already been scanned. */
  scan(bytes: Uint8Array, end: number): void {
    let at = this.position;
    while (at < end && this.fault === undefined)
      at = this.state >= inString ? this.resume(bytes, at, end) : this.tokens(bytes, at, end);
    this.position = at;
  }

  /**
   * The hot loop: keeps state in locals and scans whole tokens. Stops after a token that the chunk cuts off, or that
   * contains something rare (an escape, an exponent), with the state set so that `resume` continues.
   */
  private tokens(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    let { state } = this;
    let object = this.kinds[this.depth] === 1;
    let children = this.current === -1 ? undefined : this.structure.containers[this.current]?.children;
    while (at < end) {
      const byte = bytes[at] as number; // at < end <= bytes.length
      if (byte <= 32) {
        if (byte === 10) this.lines.newline(at);
        else if (byte !== 32 && byte !== 13 && byte !== 9) return this.fail(at, bytes, state);
        at++;
      } else if (byte === 0x22 && state <= key) {
        // A key, or a string where a value may be.
        const isKey = state >= keyOrEnd;
        if (children !== undefined && isKey === object) children.push(at);
        at++;
        while (at < end && plainInString[bytes[at] as number] === 1) at++;
        this.stringIsKey = isKey;
        if (at === end || bytes[at] !== 0x22) return this.string(bytes, at, end);
        at++;
        // The next byte is nearly always there.
        if (!isKey) state = afterValue;
        else if (at < end && bytes[at] === 0x3a) {
          at++;
          state = value;
        } else state = colon;
        if (state === afterValue && at < end && bytes[at] === 0x2c && this.depth > 0) {
          at++;
          state = object ? key : value;
        }
      } else if (state === afterValue) {
        if (byte === 0x2c && this.depth > 0) {
          state = object ? key : value;
          at++;
          continue;
        }
        if (this.depth > 0 ? byte !== (object ? 0x7d : 0x5d) : !this.startsNextLine(bytes, at))
          return this.fail(at, bytes, state);
        if (this.depth === 0) {
          state = value;
          continue;
        }
        at = this.close(at);
        object = this.kinds[this.depth] === 1;
        children = this.current === -1 ? undefined : this.structure.containers[this.current]?.children;
      } else if (state <= valueOrEnd && (byte === 0x7b || byte === 0x5b)) {
        if (children !== undefined && !object) children.push(at);
        at = this.open(at, byte === 0x7b);
        object = byte === 0x7b;
        state = object ? keyOrEnd : valueOrEnd;
        children = this.current === -1 ? undefined : this.structure.containers[this.current]?.children;
      } else if ((state === keyOrEnd && byte === 0x7d) || (state === valueOrEnd && byte === 0x5d)) {
        at = this.close(at);
        state = afterValue;
        object = this.kinds[this.depth] === 1;
        children = this.current === -1 ? undefined : this.structure.containers[this.current]?.children;
      } else if (state === colon) {
        if (byte !== 0x3a) return this.fail(at, bytes, state);
        state = value;
        at++;
      } else if (state > valueOrEnd) {
        return this.fail(at, bytes, state);
      } else {
        if (children !== undefined && !object) children.push(at);
        const next = skipDecimal(bytes, at, end);
        if (next === at) return this.startScalar(bytes, at, byte, end);
        at = next;
        state = afterValue;
        if (at < end && bytes[at] === 0x2c && this.depth > 0) {
          at++;
          state = object ? key : value;
        }
      }
    }
    this.state = state;
    return at;
  }

  /** No more bytes will come. */
  end(bytes: Uint8Array, length: number): void {
    this.scan(bytes, length);
    if (this.fault !== undefined) return;
    if (this.state === inNumber && numberComplete[this.numberAt] === 1) this.state = afterValue;
    if (this.depth > 0 || this.state !== afterValue)
      this.fault = { position: length, reason: message('preview.json.cutOff') };
  }

  /** At the top level only NDJSON may continue: an object or list on its own line. */
  private startsNextLine(bytes: Uint8Array, at: number): boolean {
    if (bytes[at] !== 0x7b && bytes[at] !== 0x5b) return false;
    return this.structure.containers.length > 1 && bytes.subarray(this.rootEnd, at).includes(10);
  }

  /** A literal, or a number that is cut off, rare or malformed. */
  private startScalar(bytes: Uint8Array, at: number, byte: number, end: number): number {
    if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) {
      this.numberAt = numberState.start;
      return this.number(bytes, at, end);
    }
    const literal = literals[byte];
    if (literal === undefined) return this.fail(at, bytes, value);
    this.literal = literal;
    this.literalAt = 0;
    return this.word(bytes, at, end);
  }

  private open(at: number, object: boolean): number {
    if (this.depth + 1 === this.kinds.length) this.deepen();
    const opened = this.current === -1 ? -1 : this.structure.open(object ? 'object' : 'array', at, this.current);
    this.depth++;
    this.kinds[this.depth] = object ? 1 : 0;
    this.tracked[this.depth] = opened;
    this.current = opened;
    return at + 1;
  }

  private close(at: number): number {
    this.depth--;
    this.current = this.tracked[this.depth] as number; // depth never falls below 0: kinds match
    if (this.depth === 0) this.rootEnd = at + 1;
    return at + 1;
  }

  private deepen(): void {
    const kinds = new Uint8Array(this.kinds.length * 2);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const tracked = new Int32Array(this.tracked.length * 2);
    tracked.set(this.tracked);
    this.tracked = tracked;
  }

  /** `at`: after the opening quote, or where the last chunk ended. */
  private string(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    for (;;) {
      while (at < end && plainInString[bytes[at] as number] === 1) at++; // at < end <= bytes.length
      if (at === end) {
        this.state = inString;
        return at;
      }
      const byte = bytes[at];
      if (byte === 0x22) {
        this.state = this.stringIsKey ? colon : afterValue;
        return at + 1;
      }
      if (byte !== 0x5c) return this.fail(at, bytes, inString);
      this.escape = 1;
      at = this.escaped(bytes, at + 1, end);
      if (this.escape !== 0 || this.fault !== undefined) return at;
    }
  }

  private escaped(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    this.state = inString;
    while (this.escape !== 0 && at < end) {
      const byte = bytes[at] as number; // at < end <= bytes.length
      if (this.escape === 1) {
        if (escapable[byte] !== 1) return this.fail(at, bytes, inString);
        this.escape = byte === 0x75 ? 5 : 0;
      } else {
        if (hexDigit[byte] !== 1) return this.fail(at, bytes, inString);
        this.escape = this.escape === 2 ? 0 : this.escape - 1;
      }
      at++;
    }
    return at;
  }

  private number(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    let state = this.numberAt;
    while (at < end) {
      const next = numberNext[(state << 3) | (numberClass[bytes[at] as number] as number)] as number; // tables are full
      if (next === numberEnded) {
        if (numberComplete[state] !== 1) return this.fail(at, bytes, inNumber);
        this.state = afterValue;
        return at;
      }
      state = next;
      at++;
    }
    this.numberAt = state;
    this.state = inNumber;
    return at;
  }

  private word(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    while (at < end && this.literalAt < this.literal.length) {
      if (bytes[at] !== this.literal.charCodeAt(this.literalAt)) return this.fail(at, bytes, value);
      this.literalAt++;
      at++;
    }
    this.state = this.literalAt === this.literal.length ? afterValue : inLiteral;
    return at;
  }

  private resume(bytes: Uint8Array, at: number, end: number): number {
    if (this.state === inNumber) return this.number(bytes, at, end);
    if (this.state === inLiteral) return this.word(bytes, at, end);
    if (this.escape === 0) return this.string(bytes, at, end);
    const next = this.escaped(bytes, at, end);
    return this.escape === 0 && this.fault === undefined ? this.string(bytes, next, end) : next;
  }

  private fail(at: number, bytes: Uint8Array, state: number): number {
    this.fault = { position: at, reason: reasonOf(bytes[at] ?? 0, state, this.depth) };
    return at + 1;
  }
}

/** Returns the position after a number without exponent, or `from` if there is none or it is incomplete. */
function skipDecimal(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  if (bytes[at] === 0x2d) at++;
  if (at === end) return from;
  let byte = bytes[at] as number; // at < end <= bytes.length
  if (byte < 0x30 || byte > 0x39) return from;
  const zero = byte === 0x30;
  const first = at;
  do {
    at++;
    if (at === end) return from;
    byte = bytes[at] as number;
  } while (byte >= 0x30 && byte <= 0x39);
  if (zero && at - first > 1) return from;
  if (byte === 0x2e) {
    const dot = at;
    do {
      at++;
      if (at === end) return from;
      byte = bytes[at] as number;
    } while (byte >= 0x30 && byte <= 0x39);
    if (at - dot === 1) return from;
  }
  return byte === 0x65 || byte === 0x45 ? from : at;
}

function reasonOf(byte: number, state: number, depth: number): Message {
  const found =
    byte > 32 && byte < 127
      ? message('preview.json.character', { character: String.fromCharCode(byte) })
      : message('preview.json.otherCharacter');
  if (state === inString) return message('preview.json.inText', { found });
  if (state === inNumber) return message('preview.json.number', { found });
  if (state === colon) return message('preview.json.colon', { found });
  if (state === key || state === keyOrEnd) return message('preview.json.name', { found });
  if (state !== afterValue) return message('preview.json.value', { found });
  return depth === 0 ? message('preview.json.afterEnd', { found }) : message('preview.json.comma', { found });
}
