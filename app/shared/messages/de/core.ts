import type { core as en } from '../en/core.ts';
import type { Translated } from '../message.ts';

export const core: Translated<typeof en> = {
  verbatim: '{text}',
  'core.unexpected': 'Ein unerwarteter Fehler ist aufgetreten.',
};
