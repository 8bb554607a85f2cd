import type { Redactor } from '../console/mask/redact.ts';
import type { CallName, EventName, EventPayload } from '../shared/contract/contract.ts';
import { type ErrorReport, reportError } from '../shared/errors.ts';

/**
 * Everything that crosses to the window goes through here, and every text in it is masked (rows 35 and 37) but for what
 * is named below: a new call, event or field is masked until somebody says that it is none of a service's.
 */
export interface Border {
  response<Value>(call: CallName, value: Value): Value;
  event<Name extends EventName>(name: Name, payload: EventPayload<Name>): EventPayload<Name>;
  report(error: unknown): ErrorReport;
}

/** Responses that hold no words of a service, or that are asked for as they are. */
const asTheyAre: ReadonlySet<CallName> = new Set([
  // The app's own, and what the user typed: masked, it would be saved so.
  'app.info',
  'app.licences',
  'preferences.read',
  'preferences.save',
  'presets.list',
  'vault.useKey',
  'vault.reset',
  'network.read',
  'network.saveProxy',
  'network.addCertificates',
  'network.removeCertificate',
  'network.restoreCertificate',
  'resources.list',
  'resources.save',
  'resources.duplicate',
  'resources.restore',
  // The practice service's, with the password to log in by.
  'practice.status',
  'practice.start',
  'practice.stop',
  'practice.setTokenLifetime',
  'practice.setUp',
  // What the user came for.
  'preview.table',
  'preview.columns',
  'preview.rows',
  'preview.tree',
  'preview.text',
  'preview.value',
  'preview.saveBody',
  // Masked before it is kept, by a stricter rule.
  'console.list',
  'console.exchange',
  // Secrets that the user asks to see, for this once; the path of a file that the user picked.
  'secrets.reveal',
  'console.curl',
  'connections.loginLink',
  'console.exportBundle',
]);

const ownEvents: ReadonlySet<EventName> = new Set([
  'app.changed',
  'console.changed',
  'menu.command',
  'practice.changed',
]);

/** Kept as they are, with all inside of them. */
const ownFields = new Set([
  // Settings of the user and ids.
  'connection',
  'resource',
  'secrets',
  'usedBy',
  'removed',
  'ids',
  'id',
  'previewId',
  'connectionId',
  // What the user reads from here and types in elsewhere: one that holds a secret is refused when it comes.
  'device',
  // A sentence and parameters of a preset.
  'forecast',
  // The data.
  'body',
  'table',
]);
/** Texts that are one of a few words, or the name of a setting. */
const ownWords = new Set([
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
  'which',
  'variable',
  'pkce',
  'clientAuthentication',
  'grants',
  'responseModes',
]);
/** Sentences of our own. */
const sentences = new Set(['message', 'notes', 'reason', 'tokenTypeNote', 'idTokenNote']);

export function createBorder(redactor: Redactor): Border {
  const masked = (text: string, field: string): string => {
    if (ownWords.has(field)) return text;
    return sentences.has(field) ? redactor.sentence(text) : redactor.serviceMessage(text);
  };
  function inside(value: unknown, field: string): unknown {
    if (typeof value === 'string') return masked(value, field);
    if (Array.isArray(value)) return value.map((each) => inside(each, field));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, ownFields.has(name) ? each : inside(each, name)]),
    );
  }
  // Texts become other texts, and nothing else changes.
  const whole = <Value>(value: Value): Value => inside(value, '') as Value;

  return {
    response: (call, value) => {
      if (asTheyAre.has(call)) return value;
      return call === 'connections.discover' ? withoutMasked(value, whole(value)) : whole(value);
    },
    event: (name, payload) => (ownEvents.has(name) ? payload : whole(payload)),
    report: (error) => whole(reportError(error)),
  };
}

/** A masked address or scope is none, and it would become the connection's: it is left out. */
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
