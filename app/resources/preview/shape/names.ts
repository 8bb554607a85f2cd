// What a column's name says about values that may be read in several ways. English and German.

/** The words of a name: `createdAt`, `created_at` and `Created at` have `created` and `at`. */
function wordsOf(label: string): string[] {
  return label
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

const dates =
  /^(?:at|on|ts|date|dates|day|time|timestamp|datetime|epoch|created|updated|modified|changed|expires?|expiry|expiration|since|until|till|start|started|end|ended|when|begin|due|birthday|dob|iat|exp|nbf|dt|datum|tag|zeit|zeitpunkt|zeitstempel|stand|erstellt|ge[aä]ndert|aktualisiert|beginn|ende|von|bis|g[uü]ltig|\p{L}*(?:date|time|datum|zeit|stamp|tag))$/u;
const durations =
  /^(?:duration|dauer|elapsed|runtime|uptime|downtime|age|ttl|latency|lead|cycle|length|laufzeit|\p{L}*dauer)$/u;
const identifiers =
  /^(?:id|ids|uid|gid|uuid|guid|key|code|nr|no|num|number|nummer|ref|reference|account|konto|\p{L}+(?:nr|nummer|id))$/u;
const neverNumbers =
  /^(?:zip|plz|postal|postcode|postleitzahl|phone|telephone|telefon|tel|fax|mobile|mobil|handy|iban|bic|ean|gtin|upc|isbn|sku|vat|ustid|blz|ssn|imei|mac)$/u;
const truths =
  /^(?:is|has|can|should|was|active|enabled|disabled|deleted|visible|hidden|flag|valid|paid|done|open|locked|archived|aktiv|gesperrt|bezahlt|erledigt|gel[oö]scht|storniert)$/u;

export interface NameHints {
  isDate: boolean;
  isDuration: boolean;
  /** A key, which may consist of digits. */
  isIdentifier: boolean;
  /** Digits that are no number: of a phone, a postal code, an article. */
  isNeverNumber: boolean;
  isTruth: boolean;
}

export function hintsOf(label: string): NameHints {
  const words = wordsOf(label);
  const has = (expression: RegExp) => words.some((word) => expression.test(word));
  return {
    isDate: has(dates),
    isDuration: has(durations),
    isIdentifier: identifiers.test(words.at(-1) ?? ''),
    isNeverNumber: has(neverNumbers),
    isTruth: has(truths),
  };
}
