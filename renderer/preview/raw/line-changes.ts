import type { ChangeSpec, Text } from '@codemirror/state';

/**
 * What makes one text of another, line by line: a line stays the line at its number, so that the editor keeps its
 * place, its selection and what is folded.
 */
export function lineChanges(before: Text, after: Text): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  const shared = Math.min(before.lines, after.lines);
  const olds = before.iterLines(1, shared + 1);
  const news = after.iterLines(1, shared + 1);
  let at = 0;
  for (let line = 1; line <= shared; line++) {
    const old = olds.next().value;
    const insert = news.next().value;
    if (old !== insert) changes.push({ from: at, to: at + old.length, insert });
    at += old.length + 1;
  }
  if (after.lines > shared) changes.push({ from: before.length, insert: after.slice(after.line(shared).to) });
  else if (before.lines > shared) changes.push({ from: before.line(shared).to, to: before.length });
  return changes;
}
