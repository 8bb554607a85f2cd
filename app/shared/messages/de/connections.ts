import type { connections as en } from '../en/connections.ts';
import type { Translated } from '../message.ts';

export const connections: Translated<typeof en> = {};
