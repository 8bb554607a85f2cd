import { message } from '../shared/messages/message.ts';
import { isOwnPage } from './navigation.ts';

/** The sender of a message, as far as both platforms can tell. */
export interface Sender {
  /** The page is the app's main window. */
  isMainWindow: boolean;
  /** The message comes from the top frame, not from an inner one. */
  isMainFrame: boolean;
  /** The frame's current URL. */
  url: string;
}

/** A call gets a response only for the app's own page in its main frame (row 11). */
export function isTrustedSender(sender: Sender, ownOrigin: string): boolean {
  return sender.isMainWindow && sender.isMainFrame && isOwnPage(sender.url, ownOrigin);
}

/** The response for all other senders, in the contract's form. */
export const refusedCall = {
  ok: false,
  error: { code: 'app.refused', message: message('window.otherSender') },
} as const;
