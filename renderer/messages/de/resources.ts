import type { Translated } from '../../../app/shared/messages/message.ts';
import type { resources as en } from '../en/resources.ts';

export const resources: Translated<typeof en> = {};
