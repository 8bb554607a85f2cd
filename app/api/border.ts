import type { Redactor } from '../console/mask/redact.ts';
import { isMessage } from '../shared/contract/common.ts';
import type { CallName, EventName, EventPayload } from '../shared/contract/contract.ts';
import { type ErrorReport, reportError } from '../shared/errors.ts';
import type { Message, MessageValue } from '../shared/messages/message.ts';

/**
 * Everything sent to the window passes here, and every text in it is masked (rows 35 and 37), except for what is named
 * below. A new call, event or field is masked until someone declares it free of a service's text.
 */
export interface Border {
  response<Value>(call: CallName, value: Value): Value;
  event<Name extends EventName>(name: Name, payload: EventPayload<Name>): EventPayload<Name>;
  report(error: unknown): ErrorReport;
}

/** Responses without text from a service, or that the user wants unmasked. */
const asTheyAre: ReadonlySet<CallName> = new Set([
  // The app's own text, and what the user typed. If masked, it would be saved that way.
  'app.info',
  'app.licences',
  'preferences.read',
  'preferences.save',
  'presets.list',
  'presets.read',
  'vault.useKey',
  'vault.reset',
  'startup.read',
  'startup.save',
  'network.read',
  'network.saveProxy',
  'network.addCertificates',
  'network.removeCertificate',
  'network.restoreCertificate',
  'resources.list',
  'resources.save',
  'resources.duplicate',
  'resources.restore',
  // Times, counts and codes.
  'resources.history',
  'reload.list',
  // Of the practice service, including the password for its login.
  'practice.status',
  'practice.start',
  'practice.stop',
  'practice.setTokenLifetime',
  'practice.setUp',
  // The data itself.
  'preview.table',
  'preview.columns',
  'preview.rows',
  'preview.path',
  'preview.paths',
  'preview.tree',
  'preview.text',
  'preview.value',
  'preview.chart',
  'preview.saveChart',
  'preview.findLines',
  'preview.findNodes',
  'preview.saveBody',
  'preview.statistics',
  'preview.findInTable',
  'preview.copy',
  // Already masked by a stricter rule.
  'console.list',
  'console.exchange',
  // Secrets that the user asks to see; the path of a file that the user picked.
  'secrets.reveal',
  // Names and states of feeds, and a new key.
  'feeds.list',
  'feeds.save',
  'feeds.restore',
  'feeds.createKey',
  'feeds.saveServer',
  'feeds.exportAuthority',
  'feeds.replaceAuthority',
  'feeds.importCertificate',
  'feeds.removeCertificate',
  'console.curl',
  'copyAs.request',
  'export.start',
  'connections.loginLink',
  'console.exportBundle',
]);

const ownEvents: ReadonlySet<EventName> = new Set([
  'app.changed',
  'console.changed',
  'export.progress',
  'feeds.changed',
  'push.changed',
  'menu.command',
  'reload.changed',
  'reload.news',
  'resources.historyGrew',
  'resources.runStarted',
  'practice.changed',
  'peaka.changed',
]);

/** Fields that stay unmasked, with everything inside them. */
const ownFields = new Set([
  // Settings of the user, and IDs.
  'connection',
  'resource',
  'peakaAccount',
  'push',
  'secretNames',
  'values',
  'secrets',
  'usedBy',
  'removed',
  'ids',
  'id',
  'previewId',
  'connectionId',
  'peakaId',
  'linkId',
  'accountId',
  'clientId',
  'ownCallbackUrl',
  // The code that the user types on another device. A response whose code contains a secret was refused on arrival.
  'device',
  // A sentence and parameters from a preset.
  'forecast',
  // The data.
  'body',
  'table',
  // A setting made of pointers into the data and of known names. Masked, it would be saved that way.
  'pagesOffer',
]);
/** Texts from a fixed set of words, or names of settings. */
const ownWords = new Set([
  'by',
  'code',
  'status',
  'step',
  'window',
  'kind',
  'scheme',
  'revoked',
  'field',
  'secret',
  'place',
  'variable',
  'pkce',
  'clientAuthentication',
  'grants',
  'responseModes',
]);
/**
 * Names of Peaka's types and of their fields. They go back to Peaka in the next request, so a masked one would be wrong:
 * a database's password is often `postgres`. A name of words alone stays.
 */
const peakaNames = new Set(['peaka.type', 'peaka.handed', 'peaka.missing', 'peaka.fields.name']);
const isNameOfWords = (text: string): boolean => text.length <= 40 && /^[a-z]+(?:_[a-z]+|_\d{1,3})*$/i.test(text);
/** The app's own sentences. */
const sentences = new Set(['message', 'notes', 'reason', 'tokenTypeNote', 'idTokenNote']);

/** Parts of Peaka's responses that hold such names. */
const peakaParts = new Set(['type', 'handed', 'missing', 'fields', 'link', 'connections']);
/** The name by which the sets above know a field: with a prefix for names of Peaka's. */
function fieldIn(outer: string, name: string): string {
  if (outer === 'peaka.fields' && name === 'name') return 'peaka.fields.name';
  return outer.startsWith('peaka') && peakaParts.has(name) ? `peaka.${name}` : name;
}

export function createBorder(redactor: Redactor): Border {
  const masked = (text: string, field: string): string => {
    if (ownWords.has(field) || (peakaNames.has(field) && isNameOfWords(text))) return text;
    return sentences.has(field) ? redactor.sentence(text) : redactor.serviceMessage(text);
  };
  const maskedValue = (value: MessageValue): MessageValue => {
    if (typeof value === 'number') return value;
    return typeof value === 'string' ? redactor.sentence(value) : maskedMessage(value);
  };
  // The names of values are the catalogue's, so that the names below say nothing about them.
  const maskedMessage = ({ id, values }: Message): Message =>
    values === undefined
      ? { id }
      : { id, values: Object.fromEntries(Object.entries(values).map(([name, each]) => [name, maskedValue(each)])) };
  function inside(value: unknown, field: string, isDetail = false): unknown {
    if (typeof value === 'string') return masked(value, field);
    if ((isDetail || sentences.has(field)) && isMessage(value)) return maskedMessage(value);
    if (Array.isArray(value)) return value.map((each) => inside(each, field));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        ownFields.has(name) ? each : inside(each, fieldIn(field, name), field === 'details'),
      ]),
    );
  }
  // Changes only texts, so the type stays the same.
  const whole = <Value>(value: Value, field = ''): Value => inside(value, field) as Value;

  return {
    response: (call, value) => {
      if (asTheyAre.has(call)) return value;
      if (call === 'connections.discover') return withoutMasked(value, whole(value));
      return whole(value, call.startsWith('peaka.') ? 'peaka' : '');
    },
    event: (name, payload) => (ownEvents.has(name) ? payload : whole(payload)),
    report: (error) => whole(reportError(error)),
  };
}

/** A masked URL or scope is useless, and would be saved with the connection: omit it. */
function withoutMasked<Value>(value: Value, masked: Value): Value {
  if (typeof value !== 'object' || value === null || typeof masked !== 'object' || masked === null) return value;
  const kept = Object.entries(value).map(([name, each]) => {
    const shown: unknown = Reflect.get(masked, name);
    if (typeof each === 'string') return [name, shown === each ? each : ''];
    const isTexts = Array.isArray(each) && Array.isArray(shown) && each.every((text) => typeof text === 'string');
    return [name, isTexts ? each.filter((text, index) => text === shown[index]) : shown];
  });
  return Object.fromEntries(kept) as Value;
}
