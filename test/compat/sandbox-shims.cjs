// What the practice service (oidc-provider 9, jose 6, koa 3) takes from Node 22 and newer, for the Node 16 in the older
// Electron of the end-to-end tests. For tests only: the product is never bent to it. It has to run before everything
// that the bundle takes from node:crypto.
const crypto = require('node:crypto');
const v8 = require('node:v8');

const define = (target, members) => {
  for (const [name, value] of Object.entries(members))
    if (target[name] === undefined) Object.defineProperty(target, name, { value, writable: true, configurable: true });
};

define(crypto, {
  hash: (algorithm, data, encoding = 'hex') => {
    const hash = crypto.createHash(algorithm).update(data);
    return encoding === 'buffer' ? hash.digest() : hash.digest(encoding);
  },
});
define(URL, {
  parse: (url, base) => {
    try {
      return new URL(url, base);
    } catch {
      return null;
    }
  },
  canParse: (url, base) => URL.parse(url, base) !== null,
});
define(globalThis, {
  crypto: crypto.webcrypto,
  CryptoKey: crypto.webcrypto.CryptoKey,
  // Koa asks of every body whether it is one of these. The service answers with texts and objects only.
  Blob: require('node:buffer').Blob,
  ReadableStream: require('node:stream/web').ReadableStream,
  Response: class Response {},
  structuredClone: (value) => v8.deserialize(v8.serialize(value)),
});
