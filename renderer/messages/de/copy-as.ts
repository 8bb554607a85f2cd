import type { Translated } from '../../../app/shared/messages/message.ts';
import type { copyAsDialog as en } from '../en/copy-as.ts';

export const copyAsDialog: Translated<typeof en> = {
  'copyAs.title': 'Anfrage kopieren als',
  'copyAs.target': 'Programm',
  'copyAs.target.curl': 'cURL',
  'copyAs.target.powershell': 'PowerShell',
  'copyAs.target.python': 'Python',
  'copyAs.target.javascript': 'JavaScript',
  'copyAs.target.go': 'Go',
  'copyAs.target.powerQuery': 'Power Query',
  'copyAs.target.peakboard': 'Peakboard',
  'copyAs.target.curl.hint': 'Ein Befehl für ein Terminal.',
  'copyAs.target.powershell.hint': 'Ein Skript für Windows PowerShell 5.1 oder PowerShell 7.',
  'copyAs.target.python.hint': 'Ein Programm für Python 3, ohne Pakete.',
  'copyAs.target.javascript.hint': 'Ein Modul, das fetch verwendet.',
  'copyAs.target.go.hint': 'Ein Programm für Go, ohne Pakete.',
  'copyAs.target.powerQuery.hint': 'Eine Abfrage in M, für Excel und Power BI.',
  'copyAs.target.peakboard.hint': 'Die Felder von Peakboards Datenquelle, eines nach dem anderen.',
  'copyAs.text': 'Die Anfrage als Text',
  'copyAs.token': 'Geheimnisse',
  'copyAs.token.masked': 'Ausgelassen',
  'copyAs.token.real': 'Mit Token',
  'copyAs.token.masked.hint': 'Umgebungsvariablen stehen für die Geheimnisse. Ein solcher Text kann geteilt werden.',
  'copyAs.token.real.hint': 'Wer diesen Text bekommt, kann das Token verwenden, bis es abläuft. Teilen Sie ihn nicht.',
  'copyAs.copy.token': 'Mit Token kopieren',
};
