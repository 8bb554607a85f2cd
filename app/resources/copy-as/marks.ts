import type { CopiedVariable } from '../../shared/copy-as.ts';
import type { Message } from '../../shared/messages/message.ts';
import type { Part, Value } from './value.ts';

/**
 * Stand-ins for secrets while a request is written. Each is a random word of lower-case letters and digits, which no
 * encoding changes: in a host, a query, JSON, a form or a header.
 */
export interface Marks {
  /** The stand-in for a secret. The same secret has one variable. */
  of(key: string, name: string, what: Message): string;
  /** Finds the stand-ins in a text. */
  parts(text: string): Value;
  /** The variables of the stand-ins that `parts` found. */
  readonly found: CopiedVariable[];
}

export function createMarks(): Marks {
  const prefix = `mark${crypto.randomUUID().replaceAll('-', '')}x`;
  const variables: { key: string; variable: CopiedVariable }[] = [];
  const found = new Set<CopiedVariable>();
  const freeName = (name: string): string => {
    const wanted = variableName(name);
    const isTaken = (each: string) => variables.some(({ variable }) => variable.name === each);
    let free = wanted;
    for (let next = 2; isTaken(free); next += 1) free = `${wanted}_${next}`;
    return free;
  };
  return {
    of: (key, name, what) => {
      const known = variables.findIndex((each) => each.key === key);
      if (known !== -1) return `${prefix}${known}x`;
      variables.push({ key, variable: { name: freeName(name), what } });
      return `${prefix}${variables.length - 1}x`;
    },
    parts: (text) =>
      text.split(new RegExp(`${prefix}(\\d+)x`)).flatMap((piece, index): Part[] => {
        if (index % 2 === 0) return piece === '' ? [] : [piece];
        const variable = variables[Number(piece)]?.variable;
        if (variable === undefined) return [];
        found.add(variable);
        return [{ variable: variable.name }];
      }),
    get found() {
      return variables.flatMap(({ variable }) => (found.has(variable) ? [variable] : []));
    },
  };
}

/** `X-Api-Key` → `TOKENBOARD_X_API_KEY`: a name that every shell and language reads. */
const variableName = (name: string): string =>
  `TOKENBOARD_${name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)}`;
