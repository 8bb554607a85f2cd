import { messageMaker } from '../../app/shared/messages/message.ts';
import { textFunction } from '../../app/shared/messages/text.ts';
import type { en } from './en/index.ts';

export type TextId = keyof typeof en;

export const text = textFunction<typeof en>();
export const message = messageMaker<typeof en>();
export { textOf } from '../../app/shared/messages/text.ts';
