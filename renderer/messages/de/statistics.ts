import type { Translated } from '../../../app/shared/messages/message.ts';
import type { statistics as en } from '../en/statistics.ts';

export const statistics: Translated<typeof en> = {
  'statistics.of': 'Statistik von {name}',
  'statistics.waiting': 'Wird gezählt…',
  'statistics.count': 'Zeilen',
  'statistics.empty': 'Leer',
  'statistics.unfit': 'Ohne Typ',
  'statistics.distinct': 'Verschiedene',
  'statistics.min': 'Min.',
  'statistics.max': 'Max.',
  'statistics.sum': 'Summe',
  'statistics.mean': 'Mittel',
  'statistics.median': 'Median',
  'statistics.histogram': 'Verteilung der Werte',
  'statistics.bin': '{from} bis {to}: {count, plural, one {# Zeile} other {# Zeilen}}',
  'statistics.top': 'Häufigste Werte',
  'statistics.times': '{count, plural, one {# Zeile} other {# Zeilen}}',
};
