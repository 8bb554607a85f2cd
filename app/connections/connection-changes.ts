/** Who shows the connections. `api/changes.ts` tells the window. */
export interface ConnectionChanges {
  connections(ids: readonly string[]): void;
  removedConnection(id: string): void;
}
