// A process of its own that plays the service: /data needs the newest access token, /token renews it and counts,
// /large is the 44 MB body, /pages has 100 pages of 500 rows. Spoken to over IPC so that it never shares a core's turn with what is measured.
import { createServer } from 'node:http';

const rowCount = 1_000_000;
let current = 'token-0';
let refreshes = 0;
/** Epoch ms of the last login: the callback leaves, the token is asked for, the token leaves. */
const login = { callbackSent: 0, tokenAsked: 0, tokenSent: 0 };
const clock = () => performance.timeOrigin + performance.now();
const small = JSON.stringify({
  rows: Array.from({ length: 20 }, (_, id) => ({ id, name: `Row ${id}`, amount: id * 7 })),
});
let large: Buffer | undefined;

const pages = 100;
const pageRows = 500;
const rowsOfPage = (page: number) =>
  Array.from({ length: pageRows }, (_, row) => ({
    id: (page - 1) * pageRows + row,
    name: `row ${row}`,
    amount: row * 7,
  }));

function largeBody(): Buffer {
  if (large) return large;
  const row = (id: number) => `{"id":${id},"name":"row ${id % 977}","amount":${(id * 7) % 1000}.5}`;
  large = Buffer.from(`{"data":[${Array.from({ length: rowCount }, (_, id) => row(id)).join(',')}]}`);
  return large;
}

const server = createServer((request, response) => {
  const json = (status: number, body: string | Buffer) =>
    response
      .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (path === '/large') json(200, largeBody());
  else if (path === '/pages') {
    const page = Number(searchParams.get('page') ?? 1);
    json(200, JSON.stringify({ rows: rowsOfPage(page), page, total_pages: pages, total: pages * pageRows }));
  } else if (path.startsWith('/steps/')) {
    // As many redirects as asked for, then data: each is a request of its own in the console.
    const left = Number(path.slice('/steps/'.length));
    if (left === 0) json(200, small);
    else response.writeHead(302, { location: `/steps/${left - 1}`, 'content-length': 0 }).end();
  } else if (path === '/authorize') {
    const consent = `<title>Consent</title><a href="/approve?${searchParams.toString().replaceAll('&', '&amp;')}">Allow</a>`;
    response.writeHead(200, { 'content-type': 'text/html' }).end(consent);
  } else if (path === '/approve') {
    const callback = new URL(searchParams.get('redirect_uri') ?? '');
    callback.search = new URLSearchParams({ code: 'a-code', state: searchParams.get('state') ?? '' }).toString();
    login.callbackSent = clock();
    response.writeHead(302, { location: callback.href }).end();
  } else if (path === '/token') {
    login.tokenAsked = clock();
    refreshes += 1;
    current = `token-${refreshes}`;
    json(
      200,
      JSON.stringify({
        access_token: current,
        token_type: 'Bearer',
        expires_in: 3600,
        refresh_token: `refresh-${refreshes}`,
      }),
    );
    login.tokenSent = clock();
  } else if (request.headers.authorization === `Bearer ${current}`) json(200, small);
  else json(401, '{"error":"invalid_token"}');
});

process.on('message', (message) => {
  if (message === 'refreshes') process.send?.(refreshes);
  if (message === 'login') process.send?.(login);
  if (message === 'large') process.send?.(largeBody().length);
  if (message === 'current') process.send?.(current);
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(`http://127.0.0.1:${address.port}`);
});
