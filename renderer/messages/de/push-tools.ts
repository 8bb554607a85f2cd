import type { Translated } from '../../../app/shared/messages/message.ts';
import type { pushTools as en } from '../en/push-tools.ts';

export const pushTools: Translated<typeof en> = {
  'target.webhook.what': 'Jeder Server, der ein POST mit JSON annimmt.',
  'target.webhook.limits':
    'Er erhält ein Objekt: die Zeit als „dataAt“, die Zeilen als „data“. Eine andere Form gibt es nicht.',
  'target.webhook.url': 'URL',
  'target.webhook.url.hint': 'Dorthin werden die Zeilen gesendet.',
  'target.webhook.token': 'Bearer-Token',
  'target.webhook.token.hint': 'Steht im Header Authorization. Lassen Sie es leer, wenn der Server keines braucht.',

  'target.peakboard_box.what': 'Eine Liste einer Peakboard Box in Ihrem Netzwerk.',
  'target.peakboard_box.limits':
    'Die Liste braucht diese Spalten und „Can Push Data via API“. Boxen ab 4.1.2 verlangen vielleicht eine neuere Anmeldung.',
  'target.peakboard_box.url': 'Adresse der Box',
  'target.peakboard_box.url.hint': 'Mit https und Port 40405, oder http und 40404.',
  'target.peakboard_box.username': 'Benutzername',
  'target.peakboard_box.username.hint': 'Ein Benutzer der Box mit dem Recht „Push Data“.',
  'target.peakboard_box.password': 'Kennwort',
  'target.peakboard_box.password.hint': 'Das Kennwort dieses Benutzers.',
  'target.peakboard_box.list': 'Liste',
  'target.peakboard_box.list.hint': 'Der Name der Datenquelle mit der Liste im Projekt.',

  'target.peakboard_hub.what': 'Eine Liste im Peakboard Hub, online oder Ihrem eigenen.',
  'target.peakboard_hub.limits':
    'Die Zeilen werden einzeln gesendet, dann die alten gelöscht: Ein Board sieht kurz beide.',
  'target.peakboard_hub.url': 'Adresse des Hubs',
  'target.peakboard_hub.url.hint': 'Ein eigener Hub hat meist den Port 20688.',
  'target.peakboard_hub.apiKey': 'API-Schlüssel',
  'target.peakboard_hub.apiKey.hint': 'Im Hub, bei der Benutzergruppe. Er braucht read:lists und write:lists.',
  'target.peakboard_hub.list': 'Liste',
  'target.peakboard_hub.list.hint': 'Ihr Name im Hub. Die Spalten müssen dort vorhanden sein.',

  'target.geckoboard.what': 'Ein Dataset für Widgets in Geckoboard.',
  'target.geckoboard.limits':
    'Es erhält die ersten zehn Spalten. Texte enden nach 100 Zeichen; Uhrzeiten und Dauern sind Texte.',
  'target.geckoboard.url': 'Adresse',
  'target.geckoboard.url.hint': 'Lassen Sie sie, wie sie ist, wenn Geckoboard Ihnen keine andere genannt hat.',
  'target.geckoboard.apiKey': 'API-Schlüssel',
  'target.geckoboard.apiKey.hint': 'In Geckoboard, in den Einstellungen Ihres Kontos.',
  'target.geckoboard.dataset': 'Dataset',
  'target.geckoboard.dataset.hint': 'Ein Name wie sales.by_day. Tokenboard legt das Dataset an.',

  'target.databox.what': 'Ein Dataset in Databox.',
  'target.databox.limits': 'Ohne Primärschlüssel behält das Dataset die bisherigen Zeilen neben den neuen.',
  'target.databox.url': 'Adresse',
  'target.databox.url.hint': 'Lassen Sie sie, wie sie ist, wenn Databox Ihnen keine andere genannt hat.',
  'target.databox.apiKey': 'API-Schlüssel',
  'target.databox.apiKey.hint': 'In Databox, in Ihrem Profil oder den Einstellungen Ihres Kontos.',
  'target.databox.dataset': 'Dataset-ID',
  'target.databox.dataset.hint': 'Die ID eines Datasets, das Sie in Databox über die API angelegt haben.',

  'target.trmnl.what': 'Ein privates Plugin auf einem E-Paper-Display von TRMNL.',
  'target.trmnl.limits': 'Gesendet werden die ersten Zeilen, die hineinpassen, als Variablen „rows“ und „data_at“.',
  'target.trmnl.webhookUrl': 'Webhook-URL',
  'target.trmnl.webhookUrl.hint':
    'In den Einstellungen des Plugins. Sie ist ein Geheimnis: Wer sie kennt, kann senden.',

  'target.smashing.what': 'Ein Widget eines Dashboards von Smashing (Dashing).',
  'target.smashing.limits': 'Es erhält die erste Zeile als Werte und die ersten zwei Spalten als Liste.',
  'target.smashing.url': 'Adresse des Dashboards',
  'target.smashing.url.hint': 'Ohne Pfad, etwa http://dashboard.local:3030.',
  'target.smashing.widget': 'Widget',
  'target.smashing.widget.hint': 'Die data-id des Widgets.',
  'target.smashing.token': 'Auth-Token',
  'target.smashing.token.hint': 'Der Wert auth_token in der config.ru des Dashboards.',

  'target.postgresql.what': 'Eine Tabelle in PostgreSQL, etwa für Metabase oder Superset.',
  'target.postgresql.limits':
    'Jedes Senden ersetzt die Tabelle ganz oder gar nicht. Andere Tabellen bleiben unberührt.',
  'target.postgresql.host': 'Host',
  'target.postgresql.host.hint': 'Außer auf diesem Computer braucht der Server ein Zertifikat, dem hier vertraut wird.',
  'target.postgresql.port': 'Port',
  'target.postgresql.port.hint': 'Meist 5432.',
  'target.postgresql.database': 'Name der Datenbank',
  'target.postgresql.database.hint': 'Sie muss vorhanden sein.',
  'target.postgresql.username': 'Benutzername',
  'target.postgresql.username.hint': 'Ein Benutzer, der dort Tabellen anlegen darf.',
  'target.postgresql.password': 'Kennwort',
  'target.postgresql.password.hint': 'Lassen Sie es leer, wenn die Datenbank keines verlangt.',
  'target.postgresql.table': 'Tabelle',
  'target.postgresql.table.hint':
    'Ein neuer Name. Tokenboard legt die Tabelle an und benennt ihre Spalten wie der Feed.',

  'target.sqlite.what': 'Eine Tabelle in einer SQLite-Datei auf diesem Computer.',
  'target.sqlite.limits': 'Jedes Senden ersetzt die Tabelle ganz oder gar nicht. Andere Tabellen bleiben unberührt.',
  'target.sqlite.file': 'Datei',
  'target.sqlite.file.hint':
    'Der ganze Pfad mit der Endung .db, .sqlite oder .sqlite3. Fehlt die Datei, wird sie angelegt.',
  'target.sqlite.table': 'Tabelle',
  'target.sqlite.table.hint': 'Ein neuer Name. Tokenboard legt die Tabelle an und benennt ihre Spalten wie der Feed.',
};
