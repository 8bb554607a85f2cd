import type { table as en } from '../en/table.ts';
import type { Translated } from '../message.ts';

export const table: Translated<typeof en> = {
  'shape.noColumn': 'Die Daten haben keine Spalte „{column}“.',
  'shape.noValue': 'Geben Sie einen Wert zum Vergleichen ein.',
  'shape.badValue.text': '„{value}“ ist kein Text.',
  'shape.badValue.number': '„{value}“ ist keine Zahl.',
  'shape.badValue.boolean': '„{value}“ ist weder Ja noch Nein.',
  'shape.badValue.date': '„{value}“ ist kein Datum.',
  'shape.badValue.datetime': '„{value}“ ist kein Datum mit Uhrzeit.',
  'shape.badValue.time': '„{value}“ ist keine Uhrzeit.',
  'shape.badValue.duration': '„{value}“ ist keine Dauer.',
};
