import { isOwnPage } from './navigation.ts';

/** Who sent a message, as far as both platforms can tell. */
export interface Sender {
  /** The page is the one that we opened as the main window. */
  isMainWindow: boolean;
  /** Its top frame, no frame inside. */
  isMainFrame: boolean;
  /** The frame's URL at this moment. */
  url: string;
}

/** A call gets a response only for our own page in our own main frame (row 11). */
export function isTrustedSender(sender: Sender, ownOrigin: string): boolean {
  return sender.isMainWindow && sender.isMainFrame && isOwnPage(sender.url, ownOrigin);
}

/** The response for everybody else, in the contract's form. */
export const refusedCall = {
  ok: false,
  error: { code: 'app.refused', message: 'Tokenboard responds only to its own window.' },
} as const;
