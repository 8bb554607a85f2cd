import { en as shared } from '../../../app/shared/messages/en/index.ts';
import { palette } from './palette.ts';
import { settings } from './settings.ts';
import { waiting } from './waiting.ts';

/** Every text of the window, with those that main sends. */
export const en = { ...shared, ...palette, ...settings, ...waiting };
