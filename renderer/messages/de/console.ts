import type { Translated } from '../../../app/shared/messages/message.ts';
import type { console as en } from '../en/console.ts';

export const console: Translated<typeof en> = {};
