import { de as shared } from '../../../app/shared/messages/de/index.ts';
import type { Translated } from '../../../app/shared/messages/message.ts';
import type { en } from '../en/index.ts';
import { palette } from './palette.ts';
import { settings } from './settings.ts';
import { waiting } from './waiting.ts';

export const de: Translated<typeof en> = { ...shared, ...palette, ...settings, ...waiting };
