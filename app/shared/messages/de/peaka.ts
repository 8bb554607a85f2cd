import type { peaka as en } from '../en/peaka.ts';
import type { Translated } from '../message.ts';

export const peaka: Translated<typeof en> = {
  'peaka.conflict': 'Peaka hat so etwas schon.',
  'peaka.field.baseUrl': 'Die Basis-URL',
  'peaka.forbidden.account': 'Der API-Schlüssel darf das nicht.',
  'peaka.forbidden.place': 'Der API-Schlüssel erreicht diese Organisation oder diesen Arbeitsbereich nicht.',
  'peaka.forbidden.project': 'Der API-Schlüssel erreicht dieses Projekt nicht.',
  'peaka.invalidRequest': 'Peaka hat die Werte nicht angenommen.',
  'peaka.keyRefused': 'Peaka hat den API-Schlüssel abgelehnt.',
  'peaka.linkNotFound': 'Tokenboard kennt keine solche Verbindung bei Peaka.',
  'peaka.noProject': 'Es ist kein Projekt gewählt.',
  'peaka.notFound.account': 'Unter dieser Basis-URL ist nicht die API von Peaka.',
  'peaka.notFound.connection': 'Peaka hat diese Verbindung nicht in diesem Projekt.',
  'peaka.notFound.place': 'Peaka hat diese Organisation oder diesen Arbeitsbereich nicht.',
  'peaka.notFound.project': 'Peaka hat dieses Projekt nicht.',
  'peaka.notJson': '{host} hat nicht wie die API von Peaka geantwortet.',
  'peaka.rateLimited': 'Peaka begrenzt die Anfragen.',
  'peaka.redirected': 'Die Adresse von Peaka leitet zu {host} weiter.',
  'peaka.refused': 'Peaka hat die Anfrage mit Status {status} abgelehnt.',
  'peaka.resultUnknown': 'Die Antwort ging verloren. Peaka hat die Anfrage vielleicht ausgeführt.',
  'peaka.serverError': 'Peaka hat ein Problem (Status {status}).',
  'peaka.unexpectedResponse': 'Ein nötiger Teil der Antwort von Peaka fehlt.',
  'peaka.valuesMissing': 'Peaka verlangt weitere Werte: {fields}.',
};
