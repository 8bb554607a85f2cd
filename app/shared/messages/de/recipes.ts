import type { recipes as en } from '../en/recipes.ts';
import type { Translated } from '../message.ts';

export const recipes: Translated<typeof en> = {
  'recipes.part.terminal': 'In einem Terminal (bash, zsh, Git Bash)',
  'recipes.part.program': 'Das Programm',
  'recipes.part.requests': 'Mit requests',
  'recipes.part.pandas': 'Mit pandas',
  'recipes.part.powerQuery': 'Daten abrufen, Leere Abfrage, Erweiterter Editor',
  'recipes.part.basic': 'Wählen Sie bei der Frage nach Anmeldeinformationen „Standard“ (Basic)',
  'recipes.part.webApi': 'Oder mit dem Schlüssel in der URL',
  'recipes.part.webApiKey': 'Wählen Sie bei der Frage nach Anmeldeinformationen „Web-API“',
  'recipes.part.odata': 'Oder über „Daten abrufen“, „OData-Feed“: Dann filtert und sortiert der Server',
  'recipes.part.peakboard': 'Eine Datenquelle im Peakboard Designer',
  'recipes.part.peakboardOData': 'Oder als OData, mit eigenen Filtern',
  'recipes.part.grafanaSource': 'Die Datenquelle: eine Datei in provisioning/datasources',
  'recipes.part.grafanaQuery': 'Die Abfrage eines Panels',
  'recipes.part.tableau': 'Der REST-API-Connector (ab 2023.3)',
  'recipes.part.qlik': 'Der REST-Connector',
  'recipes.part.supersetDatabase': 'Eine Datenbank mit dem Treiber shillelagh',
  'recipes.part.supersetDataset': 'In SQL Lab, zum Speichern als Dataset',
  'recipes.part.xibo': 'Ein entferntes DataSet',
  'recipes.part.page': 'Die Seite zum Öffnen',
  'recipes.part.homeAssistant': 'In configuration.yaml',
  'recipes.part.nodeRed': 'Der Flow zum Importieren',
  'recipes.part.magicMirror': 'node_helper.js eines eigenen Moduls',

  'recipes.need.elsewhere':
    'Es läuft meist auf einem anderen Computer, der diesen Feed nicht erreicht: Nur dieser Computer erreicht ihn.',
  'recipes.need.keyInUrl': 'Es sendet nichts als eine URL, und dieser Feed nimmt seinen Schlüssel dort nicht an.',
  'recipes.need.wrapped': 'Es liest ein Objekt, aber das JSON dieses Feeds beginnt mit der Liste der Zeilen.',
  'recipes.need.trust':
    'Es muss der Zertifizierungsstelle von Tokenboard vertrauen: Exportieren Sie sie in den Einstellungen der Feeds.',

  'recipes.peakboard.limits':
    'Eine Box ist ein anderer Computer: Der Server muss im Netzwerk erreichbar sein. Spaltennamen dürfen nur Buchstaben, Ziffern und Unterstriche haben.',
  'recipes.grafana.limits':
    'Braucht das Plugin Infinity. Zeiten kommen als Text an, bis die Abfrage ihrer Spalte den Typ Time gibt. Grafana Cloud erreicht ein lokales Netzwerk nur über Private Data Source Connect.',
  'recipes.powerBi.limits':
    'Der Power-BI-Dienst erreicht ein lokales Netzwerk nur über ein Gateway, mit Basic. Die gemeinsame Kapazität aktualisiert 8-mal am Tag.',
  'recipes.excel.limits': 'Aktualisiert höchstens jede ganze Minute, solange die Arbeitsmappe geöffnet ist.',
  'recipes.tableau.limits':
    'Liest nur Extrakte, die nach Zeitplan aktualisiert werden: Eine Live-Verbindung gibt es nicht.',
  'recipes.qlik.limits':
    'Qlik Cloud erreicht ein lokales Netzwerk nur über das Direct Access Gateway, dessen Zulassungsliste die Adresse nennen muss.',
  'recipes.superset.limits':
    'Der Schlüssel steht in der Abfrage: Alle Benutzer des Datasets sehen ihn. Die Zeilen sind bis zu 3 Minuten älter, oder so alt wie sein Cache-Timeout.',
  'recipes.homeAssistant.limits':
    'Ein Zustand hat höchstens 255 Zeichen. Er ist deshalb die Zahl der Zeilen; die Zeilen sind sein Attribut. Lange Listen bremsen den Verlauf.',
  'recipes.nodeRed.limits':
    'Ein exportierter Flow enthält den Schlüssel. Die Nutzdaten sind die Liste der Zeilen oder ein Objekt mit „data“.',
  'recipes.magicMirror.limits':
    'Jedes Modul zeigt eine Art von Daten. Sie schreiben selbst, wie diese Zeilen aussehen. Der Schlüssel bleibt in Node und erreicht die Seite nie.',
  'recipes.xibo.limits':
    'Liest ein Objekt mit den Zeilen unter einer Datenwurzel, stündlich oder seltener, oder bei jedem Lauf seiner eigenen Aufgabe.',
  'recipes.kiosk.limits':
    'Die Seite zeigt eine Tabelle, kein Dashboard. Wer die Adresse sieht, kann den Feed lesen: Verwenden Sie einen eigenen Schlüssel, den Sie widerrufen können.',
  'recipes.googleSheets.limits':
    'Die Server von Google erreichen weder diesen Computer noch Ihr Netzwerk, und IMPORTDATA sendet keinen Schlüssel. Exportieren Sie eine Datei, oder übertragen Sie die Zeilen an einen Dienst, den Sheets liest.',
  'recipes.lookerStudio.limits':
    'Die Server von Google erreichen weder diesen Computer noch Ihr Netzwerk. Übertragen Sie die Zeilen in eine Datenbank, die Looker Studio liest.',
  'recipes.curl.limits':
    'Der Schlüssel steht im Verlauf der Shell. Andere Benutzer dieses Computers sehen ihn vielleicht, während curl läuft.',
  'recipes.python.limits':
    'Beide behalten keine Zeilen: Fragen Sie für neuere noch einmal, und senden Sie das ETag, um die Übertragung zu sparen.',
  'recipes.javascript.limits':
    'Für Node ab Version 18. In einer Seite muss der Feed deren Website erlauben, und jeder, der die Seite öffnet, kann den Schlüssel lesen.',
  'recipes.powershell.limits':
    'Es vertraut den Zertifikaten von Windows oder des Systems: Eine Option für eine Datei gibt es nicht.',
};
