import type { practice as en } from '../en/practice.ts';
import type { Translated } from '../message.ts';

export const practice: Translated<typeof en> = {};
