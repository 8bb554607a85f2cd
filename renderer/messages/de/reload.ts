import type { Translated } from '../../../app/shared/messages/message.ts';
import type { reload as en } from '../en/reload.ts';

export const reload: Translated<typeof en> = {
  'reload.interval': 'Neu laden',
  'reload.interval.hint': 'Vom Beginn eines Abrufs bis zum Beginn des nächsten, solange Tokenboard geöffnet ist.',
  'reload.interval.off': 'Aus',
  'reload.interval.own': 'Eigenes Intervall',
  'reload.every.seconds': '{count, plural, one {Jede Sekunde} other {Alle # Sekunden}}',
  'reload.every.minutes': '{count, plural, one {Jede Minute} other {Alle # Minuten}}',
  'reload.every.hours': '{count, plural, one {Jede Stunde} other {Alle # Stunden}}',
  'reload.own': 'Sekunden',
  'reload.own.hint': 'Ganze Sekunden, von 1 Sekunde bis 7 Tage.',
  'reload.atStart': 'Beim Start abrufen',
  'reload.atStart.hint':
    'Einmal nach dem Öffnen von Tokenboard, wenn die Autorisierung funktioniert. Öffnet nie ein Anmeldefenster.',
  'reload.paused': 'Anhalten',
  'reload.paused.hint': 'Behält das Intervall, ruft aber nur ab, wenn Sie die Ressource ausführen.',
  'reload.note.short':
    'Der Dienst zählt jeden dieser Abrufe. Wählen Sie ein längeres Intervall, wenn Sie nicht jede Änderung brauchen.',
  'reload.note.stopped': 'Das Neuladen wurde angehalten: {cause}. Es geht nach der Behebung von selbst weiter.',
  'reload.note.allPaused': 'Jedes Neuladen ist angehalten.',
  'reload.note.left':
    'Der Dienst erlaubt bis {time} noch {allowed, plural, one {# Anfrage} other {# Anfragen}}; {resources, plural, one {dieses Intervall braucht} other {die Intervalle von # Ressourcen brauchen}} {needed, number}.',
  'reload.note.near':
    'Das Limit des Dienstes ist nahe: {remaining, plural, one {Noch # Anfrage} other {Noch # Anfragen}}.',
  'reload.note.limit.second':
    'Der Dienst erlaubt {allowed, plural, one {# Anfrage} other {# Anfragen}} pro Sekunde; {resources, plural, one {dieses Intervall braucht} other {die Intervalle von # Ressourcen brauchen}} {needed, number}.',
  'reload.note.limit.minute':
    'Der Dienst erlaubt {allowed, plural, one {# Anfrage} other {# Anfragen}} pro Minute; {resources, plural, one {dieses Intervall braucht} other {die Intervalle von # Ressourcen brauchen}} {needed, number}.',
  'reload.note.limit.hour':
    'Der Dienst erlaubt {allowed, plural, one {# Anfrage} other {# Anfragen}} pro Stunde; {resources, plural, one {dieses Intervall braucht} other {die Intervalle von # Ressourcen brauchen}} {needed, number}.',
  'reload.note.limit.day':
    'Der Dienst erlaubt {allowed, plural, one {# Anfrage} other {# Anfragen}} pro Tag; {resources, plural, one {dieses Intervall braucht} other {die Intervalle von # Ressourcen brauchen}} {needed, number}.',
  'reload.note.limit.other':
    'Der Dienst erlaubt {allowed, plural, one {# Anfrage} other {# Anfragen}} in {seconds, number} s; {resources, plural, one {dieses Intervall braucht} other {die Intervalle von # Ressourcen brauchen}} {needed, number}.',
  'reload.status.fetched': 'Abgerufen <time></time>',
  'reload.status.failed': 'Fehlgeschlagen <time></time>',
  'reload.status.fetching': 'Wird abgerufen…',
  'reload.status.next': 'nächster <time></time>',
  'reload.status.retry': 'nächster Versuch <time></time>',
  'reload.status.asked': 'nächster <time></time>, wie vom Dienst verlangt',
  'reload.status.paused': 'Neuladen angehalten',
  'reload.status.allPaused': 'jedes Neuladen angehalten',
  'reload.status.stopped': 'Neuladen angehalten: {cause}',
  'reload.status.limit': 'Limit nahe',
  'reload.line.pause': 'Anhalten',
  'reload.line.resume': 'Fortsetzen',
  'reload.line.resumeAll': 'Alle fortsetzen',
  'reload.history': 'Letzte Abrufe',
  'reload.history.none': 'Noch keine Abrufe. Jeder Abruf fügt hier Zeit, Dauer und Ergebnis hinzu.',
  'reload.history.count':
    '{count, plural, one {# Abruf} other {# Abrufe}}, {failed, plural, =0 {keiner fehlgeschlagen} one {# fehlgeschlagen} other {# fehlgeschlagen}}',
  'reload.history.table': 'Als Tabelle anzeigen',
  'reload.history.chart': 'Als Diagramm anzeigen',
  'reload.history.longest': 'längster: {duration}',
  'reload.history.time': 'Zeit',
  'reload.history.by': 'Gestartet',
  'reload.history.by.user': 'von Ihnen',
  'reload.history.by.reload': 'durch Neuladen',
  'reload.history.by.start': 'beim Start',
  'reload.history.by.feed': 'durch einen Feed',
  'reload.history.by.terminal': 'von der Befehlszeile',
  'reload.history.duration': 'Dauer',
  'reload.history.rows': 'Zeilen',
  'reload.history.size': 'Größe',
  'reload.history.result': 'Ergebnis',
  'reload.history.ok': 'erfolgreich',
  'reload.history.run': '{time}, {duration}, {rows}, {size}, {result}',
  'reload.history.noTable': 'keine Tabelle',
  'reload.news.fails':
    '{count, plural, one {{names} schlägt fehl. Die letzten Daten bleiben.} other {{names} schlagen fehl. Ihre letzten Daten bleiben.}}',
  'reload.news.works': '{count, plural, one {{names} funktioniert wieder.} other {{names} funktionieren wieder.}}',
  'settings.reload': 'Neu laden',
  'settings.reload.notify': 'Bei Fehlern benachrichtigen',
  'settings.reload.notify.hint':
    'Wenn eine Ressource, die funktioniert hat, fehlschlägt, und wenn sie wieder funktioniert.',
};
