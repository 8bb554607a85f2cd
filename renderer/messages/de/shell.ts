import type { Translated } from '../../../app/shared/messages/message.ts';
import type { shell as en } from '../en/shell.ts';

export const shell: Translated<typeof en> = {};
