import type { Translated } from '../../../app/shared/messages/message.ts';
import type { common as en } from '../en/common.ts';

export const common: Translated<typeof en> = {};
