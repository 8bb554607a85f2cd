import { firstFrame } from './first-frame.ts';
import { later } from './later.ts';

/** Every text of the window, with those that main sends. */
export const en = { ...firstFrame, ...later };
