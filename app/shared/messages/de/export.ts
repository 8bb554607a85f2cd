import type { exportTexts as en } from '../en/export.ts';
import type { Translated } from '../message.ts';

export const exportTexts: Translated<typeof en> = {
  'export.excelRows': 'Excel hat höchstens 1.048.576 Zeilen und 16.384 Spalten. Diese Tabelle hat mehr.',
  'export.excelBytes': 'Das Blatt wäre größer, als eine Excel-Datei sein kann.',
  'export.diskFull': 'Der Datenträger ist voll. Nichts wurde behalten.',
  'export.noPermission': 'Tokenboard darf nicht in diesen Ordner schreiben.',
  'export.failed': 'Die Datei konnte nicht geschrieben werden. Nichts wurde behalten.',
  'export.notThere': 'Diesen Export gibt es nicht mehr.',
};
