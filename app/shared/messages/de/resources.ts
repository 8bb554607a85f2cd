import type { resources as en } from '../en/resources.ts';
import type { Translated } from '../message.ts';

export const resources: Translated<typeof en> = {};
