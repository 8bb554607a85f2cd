import type { http as en } from '../en/http.ts';
import type { Translated } from '../message.ts';

export const http: Translated<typeof en> = {};
