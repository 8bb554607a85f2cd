import type { resources as en } from '../en/resources.ts';
import type { Translated } from '../message.ts';

export const resources: Translated<typeof en> = {
  'resource.tooManyRedirects': '{host} leitet zu oft weiter.',
  'resource.noConnection': 'Wählen Sie die Verbindung, die diese Ressource autorisiert.',
  'resource.unknownCoding':
    'Der Dienst nennt eine Komprimierung, die Tokenboard nicht kennt: „{coding}“. Der Inhalt wird unverändert angezeigt.',
  'redirect.longHost': '{host} leitet zu einem Host weiter, dessen Name zu lang ist.',
  'redirect.insecure': '{host} leitet zu einer unsicheren URL weiter ({url}).',
  'redirect.body':
    '{from} leitet zu {to} weiter. Der Inhalt der Anfrage wurde nicht dorthin gesendet. Verwenden Sie die URL von {to}, wenn Sie ihr vertrauen.',
  'redirect.plain': 'Der Dienst hat zu {host} weitergeleitet.',
  'redirect.tokenSent':
    'Der Dienst hat zu {host} weitergeleitet. Die Verbindung nennt diesen Host, daher wurde das Token dorthin gesendet.',
  'redirect.tokenNotSent': 'Der Dienst hat zu {host} weitergeleitet. Das Token wurde nicht dorthin gesendet.',
  'redirect.authorizationNotSent':
    'Der Dienst hat zu {host} weitergeleitet. Die Autorisierung wurde nicht dorthin gesendet.',
  'redirect.cleaned': '{redirected} Ein Geheimnis in der URL der Weiterleitung wurde entfernt.',
  'redirect.secret':
    '{host} hat mit einem Geheimnis in der URL zu {target} weitergeleitet. Der Weiterleitung wurde nicht gefolgt.',
  'resource.hostNotAllowed':
    'Das Token von „{name}“ ist nicht für {host} bestimmt. Erlauben Sie den Host, wenn Sie ihm das Token anvertrauen.',
  'resource.valueMissing': '{what} fehlt. Machen Sie die Angabe erneut.',
  'resource.valueUnfit': '{what} enthält ein Zeichen, das in Headern nicht erlaubt ist.',
  'resource.secret.header': 'Der Wert des Headers {name}',
  'resource.secret.password': 'Das Kennwort',
  'resource.secret.username': 'Der Benutzername',
  'resource.secret.token': 'Das Token',
  'resource.capturedMissing':
    'Die URL benötigt {variable}, aber die letzte Anmeldung von „{connection}“ hat diesen Wert nicht geliefert. Fordern Sie ein neues Token an.',
  'resource.variableUnfit': 'Der Wert für {variable} passt nicht in die URL.',
  'resource.noSuchSecret': 'Eine Ressource hat kein solches Geheimnis.',
  'resource.notFound': 'Diese Ressource existiert nicht mehr.',
  'resource.noToken': 'Es gibt kein Token für diese Anfrage.',
  'resource.refusal.authorizationRequired': 'Der Dienst verlangt eine Autorisierung.',
  'resource.refusal.unauthorized': 'Der Dienst hat die Autorisierung abgelehnt.',
  'resource.refusal.forbiddenAnonymous': 'Der Dienst erlaubt diese Anfrage nicht ohne Autorisierung.',
  'resource.refusal.forbidden': 'Der Dienst erlaubt diese Anfrage nicht.',
  'resource.refusal.notThere': 'Der Dienst hat unter dieser URL nichts.',
  'resource.refusal.rateLimited':
    'Der Dienst hat zu viele Anfragen erhalten. Warten Sie, und versuchen Sie es dann erneut.',
  'resource.refusal.serverError': 'Serverfehler. Ihre Einstellungen sind in Ordnung.',
  'resource.refusal.redirected': 'Der Dienst leitet ohne Ziel-URL weiter.',
  'resource.refusal.refused': 'Der Dienst hat die Anfrage abgelehnt (Status {status}).',
  'preview.diskFull': 'Der Datenträger ist zu voll, um diese Antwort zu behalten.',
  'preview.noValue': 'Die Antwort enthält keinen solchen Wert.',
  'preview.saveFailed': 'Die Datei konnte nicht geschrieben werden.',
  'preview.notParsed': 'Die Antwort konnte nicht als Daten gelesen werden. Nur ihr Text kann angezeigt werden.',
  'preview.noTable': 'Die Antwort enthält hier keine Liste.',
  'preview.stopped': 'Die Vorschau dieser Antwort wurde beendet. Möglicherweise benötigt die Antwort zu viel Speicher.',
  'preview.gone': 'Diese Antwort wird nicht mehr aufbewahrt. Führen Sie die Ressource erneut aus, um sie zu sehen.',
  'preview.pages.noList': 'Die Seite hat keine Liste unter {path}.',
  'preview.pages.noRootList': 'Die Seite ist keine Liste wie die erste Seite.',
  'preview.pages.oneRow':
    'Die Tabelle zeigt eine einzige Zeile, deshalb passen keine weiteren Seiten dazu. Wählen Sie eine Liste als Tabelle.',
  'preview.pages.noTable': 'Die erste Seite hat keine Liste, die weitere Seiten fortsetzen könnten.',
  'preview.pages.columns': 'Die Spalten der Seiten wechseln zu oft.',
  'preview.csv.unclosed': 'Hier beginnt eine Zelle in Anführungszeichen, die nie geschlossen wird.',
  'preview.csv.columns':
    'Die Tabelle zeigt {shown, number} Spalten. Die breiteste Zeile hat {widest, number}; der Rohtext zeigt alle.',
  'preview.csv.rows':
    'Die Tabelle zeigt die ersten {count, number} Zeilen. Die übrigen benötigen zu viel Speicher; der Rohtext zeigt alle.',
  'preview.plainText': 'Der Dienst hat einfachen Text gesendet, kein JSON.',
  'preview.html':
    'Der Dienst hat eine Webseite (HTML) gesendet, kein {format}. Vielleicht ist die Seite eine Anmeldeseite, oder die URL ist keine API-URL.',
  'preview.otherFormat': 'Der Dienst hat {sent} gesendet, kein {format}. Wählen Sie {sent} als Format der Ressource.',
  'preview.xml.tooComplex':
    'Dieses XML hat über 3 Millionen Elemente, zu viele für eine Tabelle. Den Text können Sie trotzdem lesen.',
  'preview.xml.doctype':
    'Der Dokumenttyp (DOCTYPE) dieses XML definiert Entitäten. Aus Sicherheitsgründen liest Tokenboard solches XML nicht.',
  'preview.xml.invalid': 'Das XML ist ungültig: {reason}.',
  'preview.xml.unreadable': 'Das XML kann nicht gelesen werden.',
  'preview.longNames': 'Spalten mit Namen von über 2.000 Zeichen fehlen hier. Der Baum zeigt sie.',
  'preview.columns': 'Die Tabelle zeigt die ersten {count, number} Spalten. Der Baum zeigt alle Felder.',
  'preview.rows': 'Die Tabelle zeigt die ersten {count, number} Zeilen. Der Rohtext zeigt alle.',
  'preview.json.cutOff': 'Das JSON endet zu früh. Die Antwort wurde vielleicht abgeschnitten.',
  'preview.json.character': '„{character}“',
  'preview.json.otherCharacter': 'ein Zeichen, das JSON nicht erlaubt',
  'preview.json.inText': 'In einem Text steht {found}.',
  'preview.json.number': 'Eine Zahl ist unvollständig: Hier steht {found}.',
  'preview.json.colon': 'Ein Doppelpunkt fehlt: Hier steht {found}.',
  'preview.json.name': 'Ein Name in doppelten Anführungszeichen fehlt: Hier steht {found}.',
  'preview.json.value': 'Ein Wert fehlt: Hier steht {found}.',
  'preview.json.afterEnd': 'Das JSON ist zu Ende, aber hier steht {found}.',
  'preview.json.comma': 'Ein Komma fehlt: Hier steht {found}.',
  'preview.encoding.unknown':
    'Die Antwort nennt eine Codierung, die Tokenboard nicht kennt ({name}), und wird deshalb als UTF-8 gelesen.',
  'preview.encoding.damaged':
    'Einige Bytes der Antwort sind kein UTF-8 und erscheinen als �. Sie können eine andere Codierung wählen.',
  'preview.encoding.windows1252':
    'Die Antwort ist kein UTF-8 und wird als Windows-1252 gelesen. Sie können eine andere Codierung wählen.',
};
