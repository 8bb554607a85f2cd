import type { serve as en } from '../en/serve.ts';
import type { Translated } from '../message.ts';

export const serve: Translated<typeof en> = {
  'serve.key.missing': 'Die Schlüsseldatei {file} gibt es nicht. Korrigieren Sie TOKENBOARD_KEY_FILE.',
  'serve.key.open':
    'Andere können die Schlüsseldatei {file} lesen. Führen Sie „chmod 600 {file}“ aus, und starten Sie erneut.',
  'serve.key.unreadable':
    'Die Schlüsseldatei {file} lässt sich nicht lesen. Prüfen Sie ihren Besitzer und ihre Berechtigungen.',
  'serve.key.empty': 'Die Schlüsseldatei {file} ist leer. Schreiben Sie eine lange Passphrase hinein.',
  'serve.key.tooLong': 'Die Schlüsseldatei {file} ist länger als jede Passphrase. Korrigieren Sie TOKENBOARD_KEY_FILE.',
  'serve.key.none':
    'Die Token benötigen einen Schlüssel: Es gibt keinen Schlüsselbund, oder der Tresor hat eine Passphrase. Setzen Sie TOKENBOARD_KEY, nennen Sie in TOKENBOARD_KEY_FILE eine Datei mit den Rechten 0600, oder verwenden Sie die systemd-Anmeldeinformation tokenboard-key.',
  'serve.key.wrong':
    'Der Schlüssel öffnet den Tresor in {folder} nicht. Geben Sie die Passphrase an, die Tokenboard für diesen Ordner erhalten hat.',
  'serve.flag.unknown':
    'Die Option {flag} ist unbekannt, oder ihr Wert fehlt. „tokenboard serve --help“ zeigt die Optionen.',
  'serve.flag.value': 'Der Wert „{value}“ von --{flag} ist nicht möglich.',
  'serve.listen': 'Die Feeds lassen sich nicht bereitstellen: {reason}',
  'serve.metrics.key':
    'Andere Computer könnten die Metriken lesen. Setzen Sie TOKENBOARD_METRICS_KEY, oder verwenden Sie --metrics mit 127.0.0.1.',
  'serve.metrics.listen': 'Die Metriken lassen sich unter {address} nicht bereitstellen: {code}.',
  'service.write': '{path} schreiben',
  'service.createKey': 'Schlüssel in {path} erzeugen, falls es keinen gibt',
  'service.remove': '{path} löschen',
  'service.run': 'Ausführen: {command}',
  'service.nothingDone': 'Nichts wurde geändert. Lassen Sie --dry-run weg, um dies auszuführen.',
  'service.installed': 'Der Dienst ist eingerichtet und läuft.',
  'service.removed': 'Der Dienst ist entfernt. Seine Daten und sein Schlüssel bleiben.',
  'service.data':
    'Ein Dienst des Systems kann den Ordner {folder} nicht besitzen. Lassen Sie --data weg, oder nennen Sie einen Ordner in /var/lib.',
  'service.failed': 'Das ist fehlgeschlagen: {reason}',
};
