import { createHmac } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import { signOAuth1Request } from '../../../app/oauth/oauth1-signature.ts';
import { elapsedMs, inTurns, type Measurement, ratioOf } from '../measurement.ts';

const signatures = 5_000;
const url = 'https://api.example.com/1/statuses/home.json?count=20&include=entities&since=2026-01-01';
const token = { accessToken: 'an-access-token', tokenSecret: 'a-token-secret' };
const settings = { clientId: 'client', clientSecret: 'secret', signatureMethod: 'HMAC-SHA1', realm: '' } as const;

const mended = () => {
  for (let index = 0; index < signatures; index++)
    signOAuth1Request(settings, token, { method: 'GET', url, now: 1_790_000_000_000 + index });
};

const bare = new OAuth({
  consumer: { key: settings.clientId, secret: settings.clientSecret },
  signature_method: 'HMAC-SHA1',
  hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
});
const library = () => {
  for (let index = 0; index < signatures; index++)
    bare.toHeader(bare.authorize({ method: 'GET', url }, { key: token.accessToken, secret: token.tokenSecret }));
};

export async function measure(): Promise<Measurement[]> {
  const times = await inTurns(
    15,
    () => elapsedMs(mended),
    () => elapsedMs(library),
  );
  return [
    ratioOf({
      name: 'OAuth1 signature, against the bare library',
      unit: 'µs',
      value: (times.value / signatures) * 1000,
      baseline: (times.baseline / signatures) * 1000,
      goal: 1.3,
      how: `HMAC-SHA1 header of a GET with three parameters; median of 15 × ${signatures} each, in turns`,
    }),
  ];
}
