import type { peaka as en } from '../en/peaka.ts';
import type { Translated } from '../message.ts';

export const peaka: Translated<typeof en> = {
  'peaka.linkNotFound': 'Tokenboard kennt keine solche Verbindung bei Peaka.',
  'peaka.valuesMissing': 'Peaka verlangt weitere Werte: {fields}.',
};
