/** Told when connections change. `api/changes.ts` passes changes on to the window. */
export interface ConnectionChanges {
  connections(ids: readonly string[]): void;
  removedConnection(id: string): void;
}
