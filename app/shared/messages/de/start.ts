import type { start as en } from '../en/start.ts';
import type { Translated } from '../message.ts';

export const start: Translated<typeof en> = {};
