/** Peaka: accounts, connections there, and the dialogs that make them. */
export const peaka = {
  // Accounts (settings, dialog).
  // The page of an account.
  // “Use in Peaka”, “through Peaka”, links on the page of a connection.
} as const;
