import { maximumColumns, maximumNameCharacters } from '../../limits.ts';

/** The name of a column without one. */
const numbered = (index: number) => `Column ${index + 1}`;

/** Column names: the cells of the first row, numbered if empty or beyond its end. All are different. */
export class ColumnNames {
  private readonly names: string[] = [];
  private readonly taken = new Set<string>();

  constructor(header: readonly string[]) {
    for (const [index, cell] of header.slice(0, maximumColumns).entries()) {
      const name = cell.trim().slice(0, maximumNameCharacters);
      this.names.push(this.take(name === '' ? numbered(index) : name));
    }
  }

  /** The first ones. */
  of(count: number): readonly string[] {
    return this.names.slice(0, count);
  }

  at(index: number): string {
    for (let next = this.names.length; next <= index; next++) this.names.push(this.take(numbered(next)));
    return this.names[index] ?? numbered(index);
  }

  private take(name: string): string {
    let free = name;
    for (let times = 2; this.taken.has(free); times++) free = `${name} (${times})`;
    this.taken.add(free);
    return free;
  }
}
