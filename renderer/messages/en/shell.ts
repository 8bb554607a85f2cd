export const shell = {
  'notices.locked': 'Your secrets are locked',
  'notices.session': 'Secrets are kept until Tokenboard closes',
  'notices.unlock': 'Unlock',
  'notices.setPassphrase': 'Set a passphrase',
  /** Closes a notice, which does not come back. */
  'notices.dismiss': 'Dismiss: {title}',
  /** Closes a short message. */
  'toast.dismiss': 'Dismiss',
  'toast.undo': 'Undo',
  'toast.serviceSaid': '{message} The service said: {said}',
} as const;
