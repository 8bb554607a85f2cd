import type { en } from '../en/index.ts';
import type { Translated } from '../message.ts';
import { core } from './core.ts';
import { menu } from './menu.ts';

export const de: Translated<typeof en> = { ...core, ...menu };
