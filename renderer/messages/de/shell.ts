import type { Translated } from '../../../app/shared/messages/message.ts';
import type { shell as en } from '../en/shell.ts';

export const shell: Translated<typeof en> = {
  'notices.locked': 'Ihre Geheimnisse sind gesperrt',
  'notices.session': 'Geheimnisse werden nur behalten, bis Tokenboard geschlossen wird',
  'notices.unlock': 'Entsperren',
  'notices.setPassphrase': 'Passphrase festlegen',
  'notices.dismiss': 'Schließen: {title}',
  'toast.dismiss': 'Schließen',
  'toast.undo': 'Rückgängig',
  'toast.serviceSaid': '{message} Der Dienst meldet: {said}',
};
