import type { odata as en } from '../en/odata.ts';
import type { Translated } from '../message.ts';

export const odata: Translated<typeof en> = {
  'odata.badFilter': 'Der Filter ist ab Zeichen {position, number} nicht lesbar.',
  'odata.badNumber': '{option} muss eine ganze Zahl sein, die nicht negativ ist.',
  'odata.badOrder': 'Die Sortierung ist nicht lesbar: {text}',
  'odata.badType': '{column} hat nicht den Typ von {value}.',
  'odata.badVersion': 'Nur OData Version 4 wird unterstützt.',
  'odata.noColumn': 'Dieser Feed hat keine Spalte {column}.',
  'odata.noFeed': 'Dieser Schlüssel öffnet keinen Feed mit diesem Namen.',
  'odata.noFunction': 'Feeds können {name} in einem Filter nicht berechnen.',
  'odata.noFormat': 'Feeds werden als JSON gesendet, und ihre Metadaten als XML.',
  'odata.noKeys': 'Die Zeilen eines Feeds haben keine Schlüssel. Verwenden Sie einen Filter.',
  'odata.noOption': 'Feeds unterstützen {option} nicht.',
  'odata.noPath': 'Feeds haben keine verknüpften Daten wie {path}.',
  'odata.onlyValues': 'Ein Filter vergleicht eine Spalte mit einem Wert.',
  'odata.tooDeep': 'Der Filter ist zu lang.',
  'odata.twice': '{option} ist zweimal angegeben.',
};
