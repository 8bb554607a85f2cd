import { createServer, request } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';

export interface TestProxy {
  url: string;
  host: string;
  /** `host:port` of every CONNECT, the URL of every plain request. */
  connects: string[];
  /** What each of them brought to log in with. */
  logins: (string | undefined)[];
  close(): Promise<void>;
}

/** A proxy on loopback. Whatever host is asked for, it leads to `port` of this machine. */
export async function startProxy(
  port: number,
  options: {
    login?: string | undefined;
    refuse?: number | undefined;
    /** While it is true, a CONNECT gets no response. */
    isSilent?: (() => boolean) | undefined;
  } = {},
): Promise<TestProxy> {
  const connects: string[] = [];
  const sockets = new Set<Socket>();
  const expected = options.login && `Basic ${Buffer.from(options.login).toString('base64')}`;
  const logins: (string | undefined)[] = [];
  // A plain request comes whole, with the server's URL (RFC 9112 §3.2.2).
  const server = createServer((asked, response) => {
    connects.push(asked.url ?? '');
    logins.push(asked.headers['proxy-authorization']);
    if (expected !== undefined && asked.headers['proxy-authorization'] !== expected)
      return response.writeHead(407, { 'proxy-authenticate': 'Basic realm="x"' }).end('Log in to the proxy');
    const { pathname, search } = new URL(asked.url ?? '', 'http://nowhere.test');
    const { 'proxy-authorization': _login, ...headers } = asked.headers;
    const forwarded = request({
      port,
      host: '127.0.0.1',
      path: pathname + search,
      method: asked.method,
      headers,
      maxHeaderSize: 2 ** 20,
    });
    forwarded.on('response', (upstream) => {
      response.writeHead(upstream.statusCode ?? 502, upstream.headers);
      upstream.pipe(response);
    });
    forwarded.on('error', () => response.destroy());
    asked.pipe(forwarded);
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (asked, client: Socket) => {
    connects.push(asked.url ?? '');
    logins.push(asked.headers['proxy-authorization']);
    client.on('error', () => client.destroy());
    if (options.isSilent?.()) return;
    if (expected !== undefined && asked.headers['proxy-authorization'] !== expected) {
      client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n<html>Log in to the proxy</html>',
      );
      return;
    }
    if (options.refuse !== undefined) {
      client.end(`HTTP/1.1 ${options.refuse} No\r\nContent-Type: text/html\r\n\r\n{"access_token":"from-the-proxy"}`);
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  return {
    url: `http://${host}`,
    host,
    connects,
    logins,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/**
 * A SOCKS5 proxy (RFC 1928), for names alone, with a login (RFC 1929) where one is given. Whatever is asked for, it
 * leads to `port` of this machine.
 */
export async function startSocksProxy(port: number, options: { login?: string | undefined } = {}): Promise<TestProxy> {
  const connects: string[] = [];
  const sockets = new Set<Socket>();
  const server = createTcpServer((client) => {
    sockets.add(client);
    client.on('error', () => client.destroy());
    const loggedIn = () => {
      client.once('data', (request) => {
        const length = request[4] ?? 0;
        const name = request.subarray(5, 5 + length).toString();
        connects.push(request[3] === 3 ? `${name}:${request.readUInt16BE(5 + length)}` : 'an address');
        const upstream = connect(port, '127.0.0.1', () => {
          client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          upstream.pipe(client).pipe(upstream);
        });
        sockets.add(upstream);
        upstream.on('error', () => client.destroy());
      });
    };
    client.once('data', (greeting) => {
      const wanted = options.login === undefined ? 0 : 2;
      if (!greeting.subarray(2).includes(wanted)) return client.end(Buffer.from([5, 255]));
      client.write(Buffer.from([5, wanted]));
      if (options.login === undefined) return loggedIn();
      client.once('data', (login) => {
        const nameLength = login[1] ?? 0;
        const name = login.subarray(2, 2 + nameLength).toString();
        const password = login.subarray(3 + nameLength).toString();
        if (`${name}:${password}` !== options.login) return client.end(Buffer.from([1, 1]));
        client.write(Buffer.from([1, 0]));
        loggedIn();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  return {
    url: `socks5://${host}`,
    host,
    connects,
    logins: [],
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
