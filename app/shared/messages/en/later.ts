import { en } from './index.ts';
import { recipes } from './recipes.ts';

/** All shared texts, with those that neither the start nor the window's first frame needs. */
export const whole = { ...en, ...recipes };
