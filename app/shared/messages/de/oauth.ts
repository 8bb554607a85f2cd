import type { oauth as en } from '../en/oauth.ts';
import type { Translated } from '../message.ts';

export const oauth: Translated<typeof en> = {};
