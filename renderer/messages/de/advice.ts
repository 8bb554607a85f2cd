import type { Translated } from '../../../app/shared/messages/message.ts';
import type { advice as en } from '../en/advice.ts';

export const advice: Translated<typeof en> = {};
