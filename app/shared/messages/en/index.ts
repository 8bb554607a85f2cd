import { core } from './core.ts';
import { menu } from './menu.ts';

/** The texts that the main process needs, and those that it sends to the window. */
export const en = { ...core, ...menu };
