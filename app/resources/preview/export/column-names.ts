/** Names of columns for formats and tools that allow only some. Each occurs once. */
export const columnNames = {
  unique: (names: readonly string[]): string[] => uniqueNames(names, ' ', (name) => name),
  /** `[A-Za-z0-9_]`, not beginning with a digit, different also without regard to case (SQL, Peakboard). */
  safe: (names: readonly string[]): string[] =>
    uniqueNames(
      names.map((name, index) => safeName(name, index)),
      '_',
      (name) => name.toLowerCase(),
    ),
  /** Names of XML elements (XML 1.0 §2.3), without colons, which would be namespaces. */
  xml: (names: readonly string[]): string[] =>
    uniqueNames(
      names.map((name, index) => xmlName(name, index)),
      '_',
      (name) => name,
    ),
};

const longest = 120;

function safeName(name: string, index: number): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9_]+/g, '_')
    .slice(0, longest)
    .replaceAll(/^_+|_+$/g, '');
  if (plain === '') return `column_${index + 1}`;
  return /^\d/.test(plain) ? `column_${plain}` : plain;
}

/** NameStartChar and NameChar, without the colon and what is above U+FFFF, which some readers do not know. */
const start =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd';
const notInName = new RegExp(`[^${start}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]+`, 'gu');
const startsName = new RegExp(`^[${start}]`, 'u');

function xmlName(name: string, index: number): string {
  const plain = name.replaceAll(notInName, '_').slice(0, longest).toWellFormed().replaceAll('\ufffd', '_');
  if (/^_*$/.test(plain)) return `column_${index + 1}`;
  // Names that begin with xml are reserved.
  return startsName.test(plain) && !/^xml/i.test(plain) ? plain : `_${plain}`;
}

/** A name that occurs again gets a number. */
function uniqueNames(names: readonly string[], mark: string, keyOf: (name: string) => string): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let next = 2; used.has(keyOf(free)); next++) free = `${name}${mark}${next}`;
    used.add(keyOf(free));
    return free;
  });
}
