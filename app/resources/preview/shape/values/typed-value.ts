/** A value of a type. */
export interface TypedValue {
  /** Its place among the values of its type: the number, 0 or 1, ms since 1970, seconds. As near as a double can be. */
  key: number;
  /** In canonical form (`cell.value`). */
  text: string;
}

export type ReadValue = (text: string) => TypedValue | undefined;
