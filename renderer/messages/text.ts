import { textFunctions } from '../../app/shared/messages/text.ts';
import type { en } from './en/index.ts';

export type TextId = keyof typeof en;

export const { text, message } = textFunctions<typeof en>();
export { textOf } from '../../app/shared/messages/text.ts';
