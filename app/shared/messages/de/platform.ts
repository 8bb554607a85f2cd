import type { platform as en } from '../en/platform.ts';
import type { Translated } from '../message.ts';

export const platform: Translated<typeof en> = {};
