import type { Translated } from '../../../app/shared/messages/message.ts';
import type { preview as en } from '../en/preview.ts';

export const preview: Translated<typeof en> = {};
