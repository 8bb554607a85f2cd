import type { Translated } from '../../../app/shared/messages/message.ts';
import type { connection as en } from '../en/connection.ts';

export const connection: Translated<typeof en> = {};
