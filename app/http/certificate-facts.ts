/**
 * Facts about a certificate that node:crypto does not provide (X.690 DER, RFC 5280 §4.1 and §4.2). Strict: throws on
 * anything unknown, because a certificate that cannot be read must not be trusted.
 */
export interface CertificateFacts {
  /** Dotted object identifier. */
  signatureAlgorithm: string;
  isAuthority: boolean;
  /** How many authorities may stand between this one and the server. `undefined`: no limit. */
  pathLength: number | undefined;
  /** Whether it may sign certificates, according to key usage, if present. */
  maySign: boolean;
  /** Whether it may identify a server, according to key usage and extended key usage, if present. */
  mayServe: boolean;
  /** Whether extended key usage allows servers, also via an authority. `true` if absent. */
  isForServers: boolean;
  names: GeneralName[];
  constraints: { permitted: GeneralName[]; excluded: GeneralName[] } | undefined;
  /** Critical extensions that this code does not support. */
  unknownCritical: string[];
}

/** RFC 5280 §4.2.1.6. `kind` is the context tag: 2 a host name, 7 an IP address. */
export interface GeneralName {
  kind: number;
  value: Buffer;
}

interface Element {
  tag: number;
  content: Buffer;
}

const extensionIds = {
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  certificatePolicies: '2.5.29.32',
  extendedKeyUsage: '2.5.29.37',
};
const understood: ReadonlySet<string> = new Set(Object.values(extensionIds));
const forServers: ReadonlySet<string> = new Set(['1.3.6.1.5.5.7.3.1', '2.5.29.37.0']);

/** Throws if this is not a certificate of RFC 5280. */
export function certificateFacts(der: Buffer): CertificateFacts {
  const [tbs, algorithm] = children(only(der));
  const fields = children(required(tbs));
  const signatureAlgorithm = oid(required(children(required(algorithm))[0]).content);
  const extensions = new Map<string, { critical: boolean; value: Buffer }>();
  // [3] EXPLICIT Extensions, the last field.
  const wrapped = fields.find(({ tag }) => tag === 0xa3);
  for (const extension of wrapped === undefined ? [] : children(only(wrapped.content))) {
    const parts = children(extension);
    const id = oid(required(parts[0]).content);
    const critical = parts[1]?.tag === 0x01 && parts[1].content[0] !== 0;
    if (extensions.has(id)) throw new Error('an extension stands there twice');
    extensions.set(id, { critical, value: required(parts.at(-1)).content });
  }
  const value = (id: string) => extensions.get(id)?.value;

  const basic = value(extensionIds.basicConstraints);
  const basicParts = basic === undefined ? [] : children(only(basic));
  const isAuthority = basicParts[0]?.tag === 0x01 && basicParts[0].content[0] !== 0;
  const pathPart = basicParts.find(({ tag }) => tag === 0x02);
  const usage = value(extensionIds.keyUsage);
  const usages = usage === undefined ? undefined : only(usage).content;
  const extended = value(extensionIds.extendedKeyUsage);
  const isForServers =
    extended === undefined || children(only(extended)).some(({ content }) => forServers.has(oid(content)));
  return {
    signatureAlgorithm,
    isAuthority,
    pathLength:
      pathPart === undefined ? undefined : pathPart.content.readUIntBE(0, Math.min(pathPart.content.length, 6)),
    maySign: usages === undefined || hasBit(usages, 5),
    mayServe: isForServers && (usages === undefined || [0, 2, 4].some((bit) => hasBit(usages, bit))),
    isForServers,
    names: generalNames(value(extensionIds.subjectAltName)),
    constraints: nameConstraints(value(extensionIds.nameConstraints)),
    unknownCritical: [...extensions].flatMap(([id, { critical }]) => (critical && !understood.has(id) ? [id] : [])),
  };
}

const generalNames = (value: Buffer | undefined): GeneralName[] =>
  value === undefined ? [] : children(only(value)).map(generalName);

const generalName = ({ tag, content }: Element): GeneralName => ({ kind: tag & 0x1f, value: content });

/** RFC 5280 §4.2.1.10. */
function nameConstraints(value: Buffer | undefined): CertificateFacts['constraints'] {
  if (value === undefined) return undefined;
  const parts = children(only(value));
  const subtrees = (tag: number): GeneralName[] => {
    const list = parts.find((part) => part.tag === tag);
    return list === undefined ? [] : children(list).map((subtree) => generalName(required(children(subtree)[0])));
  };
  return { permitted: subtrees(0xa0), excluded: subtrees(0xa1) };
}

/** A BIT STRING starts with its number of unused bits. */
const hasBit = (bits: Buffer, bit: number): boolean => ((bits[1 + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0;

function only(bytes: Buffer): Element {
  const [element, ...others] = elements(bytes);
  if (element === undefined || others.length > 0) throw new Error('not one element');
  return element;
}

const children = ({ content }: Element): Element[] => elements(content);

function elements(bytes: Buffer): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes.readUInt8(at);
    let length = bytes.readUInt8(at + 1);
    at += 2;
    if (length >= 0x80) {
      const size = length & 0x7f;
      if (size === 0 || size > 4) throw new Error('a length that DER does not have');
      length = bytes.readUIntBE(at, size);
      at += size;
    }
    if (at + length > bytes.length) throw new Error('cut off');
    found.push({ tag, content: bytes.subarray(at, at + length) });
    at += length;
  }
  return found;
}

function oid(bytes: Buffer): string {
  const parts: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (parts.length === 0) {
      const first = Math.min(2, Math.floor(value / 40));
      parts.push(first, value - first * 40);
    } else parts.push(value);
    value = 0;
  }
  return parts.join('.');
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a part is missing');
  return value;
}
