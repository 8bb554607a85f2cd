import { describe, expect, it } from 'vitest';
import { findCredentials } from '../../../../app/shared/resource/credentials.ts';
import { keepAllSecret } from '../../../../app/shared/resource/keep-secret.ts';
import type { Resource } from '../../../../app/shared/resource/resource.ts';
import { resource } from '../../../servers/items.ts';

const places = (changes: Partial<Resource>) =>
  findCredentials(resource(changes)).map((each) => ('name' in each ? `${each.place} ${each.name}` : each.place));
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P';

describe('what looks like a credential', () => {
  it.each([
    ['https://api.example.com/v1/sales?access_token=abc&from=2026', 'query access_token'],
    ['https://api.example.com/v1/sales?from=2026&api_key=abc', 'query api_key'],
    ['https://api.openweathermap.org/data/2.5/weather?q=Bern&appid=9f86d081884c7d659a2feaa0c55ad015', 'query appid'],
    ['https://maps.googleapis.com/maps/api/geocode/json?key=AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY', 'query key'],
    ['https://acme.blob.core.windows.net/c/f.json?sv=2024&sig=Zm9vYmFy%3D', 'query sig'],
    ['https://api.example.com/x?subscription-key=abc', 'query subscription-key'],
    [`https://api.example.com/x?q=${jwt}`, 'query q'],
    ['https://api.example.com/x?Client%5FSecret=abc', 'query Client_Secret'],
    ['https://api.example.com/x#access_token=abc&state=1', 'fragment access_token'],
    ['https://ann:letmein@api.example.com/x', 'userinfo'],
    ['https://sk_live_4eC39HqLyjWDarjtT1zdp7dc:@api.stripe.com/v1/charges', 'userinfo'],
    ['ann:letmein@api.example.com/x', 'userinfo'],
    ['https://api.telegram.org/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1/getUpdates', 'path'],
    [`https://api.example.com/by/${jwt}/rows`, 'path'],
    [`curl -H "Authorization: Bearer abc" https://api.example.com/x`, 'text'],
    ['  $ curl https://api.example.com/x', 'text'],
    ['curl.exe --location https://api.example.com/x', 'text'],
    ['http GET https://api.example.com/x X-Api-Key:abc', 'text'],
    ['Invoke-RestMethod -Uri https://api.example.com/x', 'text'],
    ['https://api.example.com/x -H "Authorization: Bearer abc"', 'text'],
  ])('in %s is found [56]', (url, place) => {
    expect(places({ url })).toEqual([place]);
  });

  it.each([
    'https://api.example.com/v1/sales?from=2026-01-01&page=2',
    'https://api.example.com/v1/issues?key=SALES-12&code=EUR&state=open&user=ann',
    'https://api.example.com/list?pageToken=CAoQAA&next_page_token=abc&sort=token',
    'https://api.example.com/x?api_key={api_key}',
    'https://{shop}.myshopify.com/admin/api/2026-01/orders.json?limit=50',
    '{practice}/api/sales',
    'https://api.example.com/x?q={"a":{"b":1}}',
    'https://example.com/@ann/posts?mail=ann@example.com',
    'https://example.com/curl/http?command=curl -H',
    'https://cdn.example.com/9f86d081884c7d659a2feaa0c55ad015d3bf4f1b/data.json',
    '',
  ])('is not found in %s', (url) => {
    expect(places({ url })).toEqual([]);
  });

  it('in a header is found by its name or by what it holds, unless it is a secret one [56]', () => {
    const header = (name: string, value: string, secret = false) => ({ headers: [{ name, value, secret }] });
    expect(places(header('Authorization', 'Bearer abc'))).toEqual(['header Authorization']);
    expect(places(header('X-Api-Key', 'abc'))).toEqual(['header X-Api-Key']);
    expect(places(header('Cookie', 'sid=1'))).toEqual(['header Cookie']);
    expect(places(header('X-Whatever', jwt))).toEqual(['header X-Whatever']);
    expect(places(header('X-Api-Key', '', true))).toEqual([]);
    expect(places(header('X-Api-Key', ''))).toEqual([]);
    expect(places(header('Accept-Language', 'de-CH'))).toEqual([]);
  });

  it.each([
    ['sk_live_4eC39HqLyjWDarjtT1zdp7dc', ['username']],
    ['1971800d4d82861d8f2c1651fea4d212', ['username']],
    ['ann@example.org', []],
    ['ann', []],
    ['svc-dashboard-production', []],
    ['', []],
  ])('as the user name %j of Basic gives %j [56]', (username, found) => {
    expect(places({ authorization: { type: 'basic', username } })).toEqual(found);
    expect(places({ authorization: { type: 'basic', username }, inTheOpen: ['username'] })).toEqual([]);
  });

  it('stays where it is by the user’s word, a password before the host never [56]', () => {
    const url = 'https://ann:letmein@api.example.com/x?token=demo&api_key=abc';
    expect(places({ url, inTheOpen: ['query:token', 'userinfo'] })).toEqual(['query api_key']);
    expect(places({ url, inTheOpen: ['query:token'] })).toEqual(['userinfo', 'query api_key']);
  });
});

describe('kept secret', () => {
  const kept = (changes: Partial<Resource>) => {
    const { resource: after, secrets } = keepAllSecret(resource(changes));
    expect(findCredentials(after)).toEqual([]);
    return { ...after, secrets };
  };

  it('a parameter leaves its name in its place, and the rest of the URL as it is written [56]', () => {
    expect(kept({ url: 'https://api.example.com/x?filter=a%20b&api-key=a%2Bb%3D&x=1,2#top' })).toMatchObject({
      url: 'https://api.example.com/x?filter=a%20b&api-key={api_key}&x=1,2#top',
      secretValues: ['api_key'],
      secrets: { 'value:api_key': 'a+b=' },
    });
  });

  it('each of several has a name of its own [56]', () => {
    expect(kept({ url: `https://api.example.com/${jwt}/x?token=a&token=b&practice_token=c` })).toMatchObject({
      url: 'https://api.example.com/{token}/x?token={token_2}&token={token_3}&practice_token={practice_token}',
      secrets: { 'value:token': jwt, 'value:token_2': 'a', 'value:token_3': 'b', 'value:practice_token': 'c' },
    });
  });

  it('a user name and password before the host become Basic, a user name alone a secret header [56]', () => {
    expect(kept({ url: 'https://ann:let%3Ame@api.example.com/x' })).toMatchObject({
      url: 'https://api.example.com/x',
      authorization: { type: 'basic', username: 'ann' },
      secrets: { basicPassword: 'let:me' },
    });
    expect(kept({ url: 'https://sk_test_abc:@api.stripe.com/v1/charges' })).toMatchObject({
      url: 'https://api.stripe.com/v1/charges',
      authorization: { type: 'none' },
      headers: [{ name: 'Authorization', value: '', secret: true }],
      secrets: { 'header:authorization': 'Basic c2tfdGVzdF9hYmM6' },
    });
  });

  it('a user name of Basic goes to the secrets [56]', () => {
    expect(kept({ authorization: { type: 'basic', username: '1971800d4d82861d8f2c1651fea4d212' } })).toMatchObject({
      authorization: { type: 'basic', username: '', secretUsername: true },
      secrets: { basicUsername: '1971800d4d82861d8f2c1651fea4d212' },
    });
  });

  it('a parameter that is switched off is found, allowed and kept like one in the URL [56]', () => {
    const offParameters = [
      { at: 0, text: 'page=1' },
      { at: 1, text: 'api%5Fkey=a%20b' },
    ];
    expect(places({ offParameters })).toEqual(['off api_key']);
    expect(places({ offParameters, inTheOpen: ['query:api_key'] })).toEqual([]);
    expect(kept({ offParameters })).toMatchObject({
      offParameters: [
        { at: 0, text: 'page=1' },
        { at: 1, text: 'api%5Fkey={api_key}' },
      ],
      secretValues: ['api_key'],
      secrets: { 'value:api_key': 'a b' },
    });
  });

  it('a value for a name in the URL moves to the secrets under that name [56]', () => {
    const changes = { url: 'https://api.example.com/{key}/x', variables: { key: `${jwt} `, id: '7' } };
    expect(places(changes)).toEqual(['variable key']);
    expect(kept(changes)).toMatchObject({
      url: 'https://api.example.com/{key}/x',
      variables: { id: '7' },
      secretValues: ['key'],
      secrets: { 'value:key': jwt },
    });
  });

  it('a date is none', () => {
    expect(places({ url: 'https://api.example.com/x?token={{now:unix}}' })).toEqual([]);
  });

  it('a header keeps its name and gives its value away [56]', () => {
    expect(kept({ headers: [{ name: 'X-Api-Key', value: 'abc', secret: false }] })).toMatchObject({
      headers: [{ name: 'X-Api-Key', value: '', secret: true }],
      secrets: { 'header:x-api-key': 'abc' },
    });
  });
});
