import type { Translated } from '../../../app/shared/messages/message.ts';
import type { waiting as en } from '../en/waiting.ts';

export const waiting: Translated<typeof en> = {
  'waiting.paste.page': 'Sie endet auf einer Seite bei <mono>{host}</mono>. Was die Seite anzeigt, ist unwichtig.',
};
