import type { Translated } from '../../../app/shared/messages/message.ts';
import type { connectionMore as en } from '../en/connection-more.ts';

export const connectionMore: Translated<typeof en> = {};
