import type { fields as en } from '../en/fields.ts';
import type { Translated } from '../message.ts';

export const fields: Translated<typeof en> = {};
