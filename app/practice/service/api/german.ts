import { respond, sendJson } from '../responses.ts';
import type { Endpoint } from './endpoint.ts';
import { BadParameter } from './parameters.ts';
import { pick, seeded } from './random.ts';

const dayMs = 86_400_000;
const stores = ['Köln', 'München', 'Nürnberg', 'Düsseldorf', 'Görlitz', 'Bad Wörishofen'] as const;
const goods = ['Türschließer', 'Kühlschmierstoff', 'Zahnriemen', 'Prüfgerät; mobil', 'Größe "L"'] as const;

interface Row {
  Datum: string;
  Filiale: string;
  Artikel: string;
  Menge: string;
  'Umsatz €': string;
  Marge: string;
  geprüft: string;
}

/** `1.234,50` */
const german = (value: number, digits: number) =>
  value.toLocaleString('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** 60 days up to 31.12.2026, six rows a day, every value written as German software writes it. */
const rows: readonly Row[] = Array.from({ length: 360 }, (_, index) => {
  const day = new Date(Date.UTC(2026, 11, 31) - Math.floor(index / stores.length) * dayMs);
  const [year, month, date] = day.toISOString().slice(0, 10).split('-');
  return {
    Datum: `${date}.${month}.${year}`,
    Filiale: stores[index % stores.length] as string, // below the length
    Artikel: pick(goods, `goods ${index}`),
    Menge: german(Math.floor(seeded(`amount ${index}`) * 4_000), 0),
    'Umsatz €': german(seeded(`revenue ${index}`) * 90_000 - 4_000, 2),
    Marge: `${german(seeded(`margin ${index}`) * 45, 1)} %`,
    geprüft: seeded(`checked ${index}`) < 0.5 ? 'ja' : 'nein',
  };
});

export const germanEndpoints = {
  umsatz: {
    scope: 'sales:read',
    send: ({ response }) => sendJson(response, 200, { Stand: '31.12.2026', Zeilen: rows }),
  },
  /** In windows-1252, or as `?charset=utf-8` says. */
  'umsatz.csv': {
    scope: 'sales:read',
    send({ response, url }) {
      const charset = url.searchParams.get('charset') ?? 'windows-1252';
      if (charset !== 'utf-8' && charset !== 'windows-1252')
        throw new BadParameter('charset is utf-8 or windows-1252.');
      const headers = { 'Content-Type': `text/csv; charset=${charset}`, 'Cache-Control': 'no-store' };
      respond(response, 200, headers, charset === 'utf-8' ? csv : inWindows1252(csv));
    },
  },
} satisfies Record<string, Endpoint>;

const cell = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
  .map((cells) => `${cells.map(cell).join(';')}\r\n`)
  .join('');

/** Latin-1 and the euro sign, all that these rows have of windows-1252. */
const inWindows1252 = (text: string): Buffer => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1');
