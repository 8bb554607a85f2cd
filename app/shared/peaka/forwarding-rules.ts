/** A configuration to copy. `language`: for highlighting. */
export interface ForwardingRule {
  server: 'apache' | 'nginx' | 'traefik' | 'caddy' | 'express' | 'spring';
  label: string;
  language: string;
  text: string;
}

/** Where a URL leads. `rawPath` as in a request, `path` as a server matches it, decoded. */
interface Address {
  origin: string;
  host: string;
  isHttps: boolean;
  rawPath: string;
  path: string;
}

/**
 * Configurations that forward the user's own callback URL to Peaka's: a GET gets 307 (Traefik knows only 302), the query
 * unchanged to the byte, and no `?` without a query. A service may send parameters in any encoding, and Peaka compares.
 *
 * Returns an empty list if an address is no absolute http or https URL, has a user name, a path that servers refuse or
 * change by default (`//`, or an encoded slash, backslash, question mark or control character), or a host with other
 * characters than a DNS name or an IP address has, and if Peaka's has a query. Every text is safe to copy: what the
 * addresses contain cannot leave its quotes.
 */
export function forwardingRules(ownCallbackUrl: string, peakaCallbackUrl: string): ForwardingRule[] {
  const own = readAddress(ownCallbackUrl);
  const peaka = readAddress(peakaCallbackUrl);
  if (own === undefined || peaka === undefined || peakaCallbackUrl.includes('?')) return [];
  const target = peaka.origin + peaka.rawPath;
  return [
    { server: 'apache', label: 'Apache', language: 'apacheconf', text: apache(own, target) },
    { server: 'nginx', label: 'nginx', language: 'nginx', text: nginx(own, target) },
    { server: 'caddy', label: 'Caddy', language: 'caddyfile', text: caddy(own, target) },
    { server: 'traefik', label: 'Traefik', language: 'yaml', text: traefik(own, target) },
    { server: 'express', label: 'Express', language: 'javascript', text: express(own, target) },
    { server: 'spring', label: 'Spring', language: 'java', text: spring(own, target) },
  ];
}

function readAddress(text: string): Address | undefined {
  const url = URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  // A URL's host may contain quotes and `$`.
  if (!/^([a-z0-9._-]+|\[[0-9a-f:.]+\])$/.test(url.hostname)) return undefined;
  const rawPath = url.pathname;
  const path = decodePath(rawPath);
  if (path === undefined || /\/\/|%2f|%5c|%3f/i.test(rawPath) || /[\p{C}\p{Zl}\p{Zp}]/u.test(path)) return undefined;
  return { origin: url.origin, host: url.hostname, isHttps: url.protocol === 'https:', rawPath, path };
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined; // no UTF-8
  }
}

/**
 * A regular expression for exactly this text, without a quote of any language: `\xHH` is read by PCRE (Apache), RE2
 * (Caddy, Traefik), JavaScript and Java.
 */
const pattern = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}/_~!@&=,:;%.-]/gu, (character) =>
      character > '\x7f' ? character : `\\x${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .replaceAll('.', '\\.');

/** mod_rewrite appends the query by itself. Without `NE` it would encode the query once more. */
const apache = ({ origin, path }: Address, target: string): string => `\
# In the <VirtualHost> of ${origin}, or in the .htaccess of its folder. Needs mod_rewrite (a2enmod rewrite).
RewriteEngine On
RewriteRule "^/?${pattern(path.slice(1))}$" "${target.replace(/[$%\\]/g, '\\$&')}" [R=307,NE,L]
`;

/** nginx has no way to write a `$` in a text with variables. */
const nginx = ({ origin, path }: Address, target: string): string => `\
# In the server { } of ${origin}.
location = "${path.replace(/[\\"]/g, '\\$&')}" {
    return 307 "${target.replaceAll('$', '%24')}$is_args$args";
}
`;

/** `{query}` is the raw query. The first `redir` that matches answers. */
const caddy = ({ origin, path }: Address, target: string): string => `\
# In the site block of ${origin}.
@peakaWithoutQuery {
	path_regexp \`^${pattern(path)}$\`
	expression \`{query} == ""\`
}
@peaka path_regexp \`^${pattern(path)}$\`
redir @peakaWithoutQuery \`${target}\` 307
redir @peaka \`${target}?{query}\` 307
`;

/** `redirectRegex` compares the whole raw URL, and fills in its groups only: there is no `${query}`. */
function traefik({ origin, host, isHttps, rawPath, path }: Address, target: string): string {
  const paths = [...new Set([path, routingPath(rawPath)])].map((each) => `Path(${JSON.stringify(each)})`);
  const rule = `Host("${host}") && ${paths.length === 1 ? paths[0] : `(${paths.join(' || ')})`}`;
  return `\
# In a file of the file provider (dynamic configuration). entryPoints: the one that answers at ${origin}.
# Traefik answers a GET with 302 here, never with 307. For a GET both do the same.
http:
  routers:
    peaka-callback:
      entryPoints: [${isHttps ? 'websecure' : 'web'}]
      rule: ${yaml(rule)}
      middlewares: [peaka-callback]
      service: noop@internal${isHttps ? '\n      tls: {}' : ''}
  middlewares:
    peaka-callback:
      redirectRegex:
        regex: ${yaml(`^https?://[^/?]+${pattern(rawPath)}(\\?.+)?\\??$`)}
        replacement: ${yaml(`${target.replaceAll('$', '$$$$')}\${1}`)}
        permanent: false
`;
}

/** Newer versions of Traefik 3 compare paths with reserved characters still encoded (RFC 3986 §2.2, and `%`). */
const routingPath = (rawPath: string): string =>
  rawPath.replace(/(?:%(?!2[1346789ABC5]|3[ABDF]|40|5[BD])[\dA-Fa-f]{2})+/g, decodeURIComponent);

const yaml = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `response.redirect` would encode the query once more. */
const express = ({ origin, rawPath }: Address, target: string): string => `\
// In the Express app that answers at ${origin}.
app.get(/^${pattern(rawPath).replaceAll('/', '\\/')}$/, (request, response) => {
  const query = request.originalUrl.replace(/^[^?]*\\??/, '');
  response.writeHead(307, { Location: ${JSON.stringify(target)} + (query && '?' + query) }).end();
});
`;

/** A segment that Spring could read as a pattern becomes its own regular expression. */
function spring({ origin, path }: Address, target: string): string {
  const segments = path.split('/').map((segment, index) => {
    const value = segment.replace(/;.*/, ''); // parameters of a segment are not compared
    return /^[\w.~-]*$/.test(value) ? value : `{part${index}:${pattern(value)}}`;
  });
  return `\
// A controller of the Spring application that answers at ${origin}.
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class PeakaForwarding {
    @GetMapping(${JSON.stringify(segments.join('/'))})
    public ResponseEntity<Void> forward(HttpServletRequest request) {
        String query = request.getQueryString();
        String target = ${JSON.stringify(target)} + (query == null || query.isEmpty() ? "" : "?" + query);
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT).header(HttpHeaders.LOCATION, target).build();
    }
}
`;
}
