import type { Translated } from '../../../app/shared/messages/message.ts';
import type { shape as en } from '../en/shape.ts';

export const shape: Translated<typeof en> = {
  'shape.yes': 'ja',
  'shape.no': 'nein',
  'shape.hint.missing': 'Fehlt: Diese Zeile hat kein solches Feld',
  'shape.hint.null': 'null: Der Dienst hat keinen Wert gesendet',
  'shape.hint.empty': 'Leerer Text',
  'shape.hint.unfit.text': 'Dieser Wert ist kein Text',
  'shape.hint.unfit.number': 'Dieser Wert ist keine Zahl, wie die Spalte sie hat',
  'shape.hint.unfit.boolean': 'Dieser Wert ist weder ja noch nein',
  'shape.hint.unfit.date': 'Dieser Wert ist kein Datum, wie die Spalte es hat',
  'shape.hint.unfit.datetime': 'Dieser Wert ist kein Zeitpunkt, wie die Spalte ihn hat',
  'shape.hint.unfit.time': 'Dieser Wert ist keine Uhrzeit, wie die Spalte sie hat',
  'shape.hint.unfit.duration': 'Dieser Wert ist keine Dauer, wie die Spalte sie hat',
};
