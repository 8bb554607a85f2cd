import type { start as en } from '../en/start.ts';
import type { Translated } from '../message.ts';

export const start: Translated<typeof en> = {
  'start.failed': 'Tokenboard konnte nicht gestartet werden',
  'start.mustClose': 'Tokenboard muss geschlossen werden',
  'start.noBrowser':
    'Chromium, Chrome oder Edge wurde nicht gefunden. Installieren Sie einen dieser Browser, oder geben Sie einen in TOKENBOARD_BROWSER an.',
  'start.browserFailed': 'Der Browser {path} konnte nicht gestartet werden.',
  'start.browserEnded': 'Der Browser wurde beim Starten beendet.',
  'start.unusable':
    '{path} ist nicht verwendbar ({code}). Prüfen Sie den freien Speicherplatz und die Berechtigungen des Ordners.',
  'start.folder':
    'Tokenboard kann den Ordner {folder} nicht verwenden: {reason}. {remedy}, oder legen Sie in TOKENBOARD_DATA einen anderen Ordner fest. Starten Sie Tokenboard dann erneut.',
  'start.folder.reasonWithCode': '{reason} ({code})',
  'start.folder.full': 'Der Datenträger ist voll',
  'start.folder.quota': 'Ihr Speicherkontingent ist aufgebraucht',
  'start.folder.full.remedy': 'Geben Sie Speicherplatz frei',
  'start.folder.readOnly': 'Er ist schreibgeschützt',
  'start.folder.readOnly.remedy': 'Heben Sie den Schreibschutz auf',
  'start.folder.notAllowed': 'Sie dürfen dort nicht schreiben',
  'start.folder.notAllowed.remedy': 'Ändern Sie seine Berechtigungen',
  'start.folder.obstructed': 'An seiner Stelle ist eine Datei',
  'start.folder.obstructed.remedy': 'Verschieben Sie diese Datei',
  'start.folder.links': 'Seine Verknüpfungen bilden einen Kreis',
  'start.folder.links.remedy': 'Korrigieren Sie die Verknüpfungen',
  'start.folder.longPath': 'Sein Pfad ist zu lang',
  'start.folder.longPath.remedy': 'Kürzen Sie ihn',
  'start.folder.diskError': 'Der Datenträger meldet einen Fehler',
  'start.folder.diskError.remedy': 'Überprüfen Sie den Datenträger',
  'start.folder.tooManyFiles': 'Zu viele Dateien sind geöffnet',
  'start.folder.tooManyFiles.remedy': 'Schließen Sie andere Programme',
  'start.folder.other': 'Das System verweigert den Zugriff',
  'start.folder.other.remedy': 'Prüfen Sie den Ordner',
  'start.folderInUse':
    'Tokenboard läuft bereits {where} mit dem Ordner {folder}. Schließen Sie es dort, oder legen Sie in TOKENBOARD_DATA einen anderen Ordner fest. Starten Sie Tokenboard dann erneut.',
  'start.folderInUse.here': 'auf diesem Computer (Prozess {pid})',
  'start.folderInUse.elsewhere': 'auf dem Computer {computer}',
  'start.folderInUse.server':
    'Tokenboard läuft ohne Fenster („tokenboard serve“, Prozess {pid}) mit dem Ordner {folder}. Beenden Sie es mit „tokenboard stop“, und starten Sie Tokenboard dann erneut.',
  'start.folderInUse.command':
    'Ein Befehl in einem Terminal (Prozess {pid}) verwendet den Ordner {folder} noch. Warten Sie auf sein Ende, oder beenden Sie ihn, und starten Sie Tokenboard dann erneut.',
  'start.waiting':
    'Ein Befehl in einem Terminal (Prozess {pid}) verwendet den Datenordner. Tokenboard öffnet sich, wenn der Befehl endet.',
  'start.folderLost':
    'Ein anderer Computer hat den Ordner {folder} übernommen, während dieser Computer nicht erreichbar war. Schließen Sie Tokenboard dort, und starten Sie es hier erneut.',
  'start.foreignFolder':
    '{folder} gehört jemand anderem oder ist für andere zugänglich. Entfernen Sie den Ordner, oder legen Sie TMPDIR oder ein kürzeres TOKENBOARD_DATA fest. Starten Sie Tokenboard dann erneut.',
  'start.silent':
    'Tokenboard läuft bereits, antwortet aber nicht. Beenden Sie diesen Prozess, und starten Sie Tokenboard dann erneut.',
  'start.silent.process':
    'Tokenboard läuft bereits (Prozess {pid}), antwortet aber nicht. Beenden Sie diesen Prozess, und starten Sie Tokenboard dann erneut.',
  'unexpected.title': 'Unerwarteter Fehler',
  'unexpected.text':
    'Tokenboard läuft weiter. Starten Sie es neu, wenn etwas nicht mehr reagiert. Für eine Fehlermeldung: {where}.',
  'unexpected.atStart': 'Unerwarteter Fehler: {where}.',
};
