import type { Translated } from '../../../app/shared/messages/message.ts';
import type { rowPath as en } from '../en/row-path.ts';

export const rowPath: Translated<typeof en> = {
  'rowPath.field': 'Pfad zu den Zeilen',
  'rowPath.hint':
    'Ein JSON Pointer wie /orders oder ein JSONPath wie $.orders[*].lines[*]. Mit einem Punkt vor dem Pointer ist das Objekt eine Zeile. Leer: die ganze Antwort.',
  'rowPath.show': 'Anzeigen',
  'rowPath.checking': 'Wird geprüft …',
  'rowPath.suggestions': 'Pfade in dieser Antwort',
  'rowPath.kind.list': 'Listen',
  'rowPath.kind.keyed': 'Felder eines Objekts als Zeilen',
  'rowPath.kind.unnested': 'Untergeordnete Werte aller Zeilen',
  'rowPath.kind.object': 'Ein Objekt als eine Zeile',
  'rowPath.parents': 'Auch Felder der übergeordneten Objekte',
  'rowPath.parents.hint':
    'Ergänzt Spalten der Objekte, die jede Zeile enthalten, etwa order.id neben den Positionen einer Bestellung.',
  'rowPath.peakboard':
    'In Peakboard führt ein Pfad zu einer Liste (ihre Elemente sind die Zeilen) oder zu einem Objekt (eine Zeile). Prüfen Sie dort, ob es diesen annimmt.',
};
