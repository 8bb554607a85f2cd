import { StringDecoder } from 'node:string_decoder';

export interface LinesOptions {
  /** In characters. */
  longest: number;
  /** A JSON value, not validated. */
  onValue(value: unknown): void;
  /** A line is too long, or is no JSON. Called once; nothing is read afterwards. */
  onBroken(): void;
}

/** Returns a function that takes bytes as they arrive, and calls `onValue` for each whole line. */
export function readLines({ longest, onValue, onBroken }: LinesOptions): (bytes: Buffer) => void {
  const decoder = new StringDecoder('utf8');
  // Joined only when a line ends: adding to one text for each chunk would copy a long line again and again.
  let parts: string[] = [];
  let length = 0;
  let isBroken = false;
  const breakOff = (): void => {
    isBroken = true;
    parts = [];
    onBroken();
  };
  return (bytes) => {
    let text = decoder.write(bytes);
    while (!isBroken) {
      const end = text.indexOf('\n');
      const part = end < 0 ? text : text.slice(0, end);
      parts.push(part);
      length += part.length;
      if (length > longest) return breakOff();
      if (end < 0) return;
      text = text.slice(end + 1);
      const line = parts.join('');
      parts = [];
      length = 0;
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        return breakOff();
      }
      onValue(value);
    }
  };
}
