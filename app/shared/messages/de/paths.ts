import type { paths as en } from '../en/paths.ts';
import type { Translated } from '../message.ts';

export const paths: Translated<typeof en> = {
  'paths.fault.quote': 'Das Anführungszeichen vor Zeichen {at, number} ist nicht geschlossen. Ergänzen Sie das zweite.',
  'paths.fault.bracket': 'Eine Klammer ist nicht geschlossen. Ergänzen Sie „]“ oder „)“ bei Zeichen {at, number}.',
  'paths.fault.function':
    'Die Funktion „{name}“ gibt es nicht (Zeichen {at, number}). Möglich sind length, count, match, search und value.',
  'paths.fault.use':
    'So lässt sich das nicht vergleichen (Zeichen {at, number}). Vergleichen Sie einzelne Werte und Ergebnisse von length, count und value; match und search stehen allein.',
  'paths.fault.index': 'Der Index bei Zeichen {at, number} ist zu groß.',
  'paths.fault.number': 'Die Zahl bei Zeichen {at, number} beginnt mit einer Null. Schreiben Sie sie ohne.',
  'paths.fault.equals':
    'Schreiben Sie bei Zeichen {at, number} „==“ für einen Vergleich und match(@.name, "…") für ein Muster.',
  'paths.fault.and': 'Schreiben Sie bei Zeichen {at, number} „&&“, „||“ oder „!“ statt eines Wortes.',
  'paths.fault.length': 'Zählen Sie vom Ende mit negativem Index: [-1] ist das letzte Element (Zeichen {at, number}).',
  'paths.fault.end':
    'Der Pfad endet zu früh. Setzen Sie ihn bei Zeichen {at, number} fort, oder löschen Sie das letzte Zeichen.',
  'paths.fault.name':
    "Der Name bei Zeichen {at, number} hat Sonderzeichen. Schreiben Sie ihn in Klammern, etwa [''@id''].",
  'paths.fault.character':
    "„{found}“ passt nicht bei Zeichen {at, number}. Namen folgen einem Punkt oder stehen in Klammern: $.orders[*][''unit price''].",
  'paths.fault.start': 'Ein Pfad beginnt mit „/“ (JSON Pointer) oder „$“ (JSONPath). Leer bedeutet: die ganze Antwort.',
  'paths.fault.tilde': 'Schreiben Sie in einem JSON Pointer „~0“ für „~“ und „~1“ für „/“ (Zeichen {at, number}).',
  'paths.fault.tooNested':
    'Die Antwort oder der Filter ist für diesen Pfad zu tief verschachtelt. Nennen Sie mehr vom Weg.',
  'paths.fault.tooMany': 'Der Pfad wählt mehr als {count, number} Werte. Nennen Sie mehr vom Weg.',
  'paths.fault.tooLarge':
    'Ein Filter kann keine Werte über {megabytes, number} MB lesen. Wählen Sie die Liste ohne „$“ im Filter, und filtern Sie die Zeilen.',
  'paths.fault.slow': 'Der Pfad hat länger als 15 s gedauert. Nennen Sie mehr vom Weg, oder filtern Sie die Zeilen.',
  'paths.fault.none': 'Die Antwort hat nichts unter diesem Pfad.',
  'paths.fault.noTable': 'Der Wert unter diesem Pfad ist weder Liste noch Objekt.',
  'paths.note': 'Dem Pfad dieser Ressource kann nicht gefolgt werden, daher wird die erste Liste gezeigt. {reason}',
};
