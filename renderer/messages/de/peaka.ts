import type { Translated } from '../../../app/shared/messages/message.ts';
import type { peaka as en } from '../en/peaka.ts';

export const peaka: Translated<typeof en> = {
  // Accounts (settings, dialog).
  // The page of an account.
  // “Use in Peaka”, “through Peaka”, links on the page of a connection.
};
