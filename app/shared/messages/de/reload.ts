import type { reload as en } from '../en/reload.ts';
import type { Translated } from '../message.ts';

export const reload: Translated<typeof en> = {
  'files.of.runHistory': 'dem Verlauf der Abrufe',
  'reload.problem.number': 'Geben Sie eine Anzahl von Sekunden ein.',
  'reload.problem.short': 'Das kürzeste Intervall ist 1 Sekunde.',
  'reload.problem.long': 'Das längste Intervall ist 7 Tage.',
  'reload.problem.whole': 'Geben Sie ganze Sekunden ein.',
  'reload.notification.fails.title':
    '{count, plural, one {Eine Ressource schlägt fehl} other {# Ressourcen schlagen fehl}}',
  'reload.notification.fails.body': '{names}: Die letzten Daten bleiben. Tokenboard zeigt die Ursache.',
  'reload.notification.works.title':
    '{count, plural, one {Eine Ressource funktioniert wieder} other {# Ressourcen funktionieren wieder}}',
  'reload.notification.works.body': '{names}',
};
