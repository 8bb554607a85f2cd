import type { Translated } from '../../../app/shared/messages/message.ts';
import type { diagnosis as en } from '../en/diagnosis.ts';

export const diagnosis: Translated<typeof en> = {};
