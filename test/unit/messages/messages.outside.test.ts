import type { Node } from 'oxc-parser';
import { expect, it } from 'vitest';
import { nodesOf, placeOf, type Source, sources } from './sources.ts';

/** Attributes and properties whose texts a person sees or hears. */
const shown =
  /^(?:aria-(?:label|description|roledescription|valuetext)|alt|title|label|placeholder|description|hint|text|meaning|message|error|body|confirmLabel|suffix|prefix)$/;
/** Two words with a space between them, or one that starts a sentence. */
const isWords = (text: string): boolean => /\p{L}{2,}[,.:;!?…]? \p{L}/u.test(text);
const isText = (text: string): boolean => isWords(text) || /^\p{Lu}\p{Ll}+/u.test(text);

/** Names and terms that are the same in every language. */
const sameEverywhere = new Set([
  'Tokenboard',
  'Bearer ',
  'gzip, br',
  'Google Chrome',
  'Microsoft Edge',
  'Electron 0',
  // A folder of macOS.
  'Application Support',
  // The body of a 404 that no page shows.
  'Not found',
  // `prompt` of OpenID Connect Core §3.1.2.1.
  'login consent',
  // What the ID of a key is derived from.
  'Tokenboard vault key id',
  // Subjects of certificates: stored in other systems.
  'Tokenboard on 0',
  'Tokenboard feeds',
  // The head of the manual page (man(7)).
  '.TH TOKENBOARD 1 "" "Tokenboard 0"',
  // A type of OData.
  'Edm.String',
  // A comment in a database, and the first bytes of a database file.
  'Written by Tokenboard. Its rows are replaced.',
  'SQLite format 3\0',
  // What pg says, and types of PostgreSQL.
  'does not support SSL',
  'timeout expired',
  'timestamp with time zone',
  'timestamp without time zone',
  'time without time zone',
  // A label of RFC 7468.
  'PRIVATE KEY',
]);
/** Lists of names that code looks for. */
const listsOfNames = new Set([
  'app/shared/secret-names.ts',
  'app/shared/detect-credentials.ts',
  'app/oauth/provider-words.ts',
]);
/** What the API of the practice service serves: the same data in every language. */
const data = new Set([
  'app/practice/service/accounts.ts',
  'app/practice/service/api/inventory.ts',
  'app/practice/service/api/machines.ts',
  'app/practice/service/api/sensors.ts',
  'app/practice/service/peaka/connection-types.ts',
  'app/practice/service/peaka/places.ts',
]);
/** In English: the export for support, and the comments of configurations to copy, as in the servers’ own files. */
const inEnglish = new Set(['app/console/bundle.ts', 'app/shared/peaka/forwarding-rules.ts']);
/** Programs to copy, and descriptions of services: code of other languages. */
const programs =
  /^app\/(?:cli\/commands\/completion|platform\/desktop-entry|serve\/service\/(?:launchd|systemd|windows)|resources\/copy-as\/(?:curl|powershell|python|javascript|go|power-query)|shared\/feed\/recipes\/[\w-]+)\.ts$/;
/** The value of a header field (RFC 9110 §12.5.1). */
const isMediaTypes = (text: string): boolean => /^[\w*+.-]+\/[\w*+.-]+[,;]/.test(text);
/** RFC 7468. */
const isPem = (text: string): boolean => text.startsWith('-----BEGIN ');
/** A script that a page runs, or a statement for a database. */
const isScript = (text: string): boolean =>
  /^(?:\(\(\) => \{|window\.\w+\(|for \(const |BEGIN IMMEDIATE|(?:COMMENT ON TABLE|CREATE TABLE|DELETE FROM|DROP TABLE|INSERT (?:OR \w+ )?INTO|SELECT) )/.test(
    text,
  );
/** A style sheet: `body { margin: 0; }`. */
const isStyles = (text: string): boolean => /^\s*[\w:.#-]+ \{\s+[\w-]+:/.test(text);
/**
 * Values of header fields: challenges (RFC 9110 §11.6.1), methods (§10.2.1), names of fields (§12.5.5), attributes of cookies
 * (RFC 6265 §4.1), and of caches (RFC 9111 §5.2, RFC 9211). A status line.
 */
const isHeader = (text: string): boolean =>
  /^(?:(?:Basic|Bearer|OAuth) realm=|[A-Z]+(?:, [A-Z]+)+$|Path=|private, max-age=|Tokenboard; hit; |HTTP\/1\.1 |Accept-Encoding, )/.test(
    text,
  );
const isTechnical = (text: string): boolean =>
  [isMediaTypes, isHeader, isPem, isScript, isStyles].some((is) => is(text));
/** A page or a part of it, also one that starts with attributes: `<p>0</p>`, ` autofocus value="0"`. */
const isMarkup = (text: string): boolean =>
  /^(?:data:text\/html,)?[\s0]*<(?:!doctype |\?xml |\w)|^ [\w-]+(?:=| [\w-]+=)/.test(text);
/** Whether markup shows a word, apart from the app's name. */
const showsWords = (markup: string): boolean =>
  /\p{L}{2}/u.test(markup.replace(/^data:text\/html,|^ [^<>]+$|<[^<>]+>|\bTokenboard\b/g, ''));

const textsOf = (node: Node): string[] => {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node.type === 'JSXText') return [node.value.trim()];
  return node.type === 'TemplateLiteral' ? [node.quasis.map(({ value }) => value.cooked ?? '').join('0')] : [];
};

function isShown(ancestors: readonly Node[]): boolean {
  const parent = ancestors.at(-1);
  if (parent?.type === 'JSXElement' || parent?.type === 'JSXFragment') return true;
  const named = ancestors.findLast(({ type }) => type === 'JSXAttribute' || type === 'Property');
  const name =
    named?.type === 'JSXAttribute' && named.name.type === 'JSXIdentifier'
      ? named.name.name
      : named?.type === 'Property' && named.key.type === 'Identifier'
        ? named.key.name
        : '';
  return shown.test(name);
}

/** `b` of `a.b(…)`, of `new a.b(…)` and of `b(…)`. */
function calledBy(node: Node): string {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return '';
  const { callee } = node;
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type === 'Identifier' ? name.name : '';
}

const isSelector = (node: Node): boolean =>
  node.type === 'CallExpression' && /^(?:querySelector(?:All)?|closest)$/.test(calledBy(node));

/** A line of the log, in English for whoever gets a report: `console.error(…)`, `process.stderr.write(…)`. */
const isLog = (node: Node): boolean => {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object } = node.callee;
  if (object.type === 'Identifier') return object.name === 'console';
  return (
    object.type === 'MemberExpression' && object.property.type === 'Identifier' && object.property.name === 'stderr'
  );
};

/**
 * What the practice service says to an app in its protocols, where services speak English: `error_description` and
 * `oauth_problem_advice`, also as thrown.
 */
const isSaidToApps = ({ path }: Source, ancestors: readonly Node[]): boolean =>
  path.startsWith('app/practice/service/') &&
  ancestors.some(
    (node) =>
      (node.type === 'Property' && node.key.type === 'Identifier' && node.key.name === 'error_description') ||
      (node.type === 'CallExpression' && calledBy(node) === 'refuse') ||
      (node.type === 'NewExpression' && /^(?:OAuth1Problem|BadParameter|PeakaProblem)$/.test(calledBy(node))) ||
      (node.type === 'NewExpression' &&
        node.callee.type === 'MemberExpression' &&
        node.callee.object.type === 'Identifier' &&
        node.callee.object.name === 'errors'),
  );

const isFonts = (node: Node): boolean =>
  node.type === 'Property' && node.key.type === 'Identifier' && node.key.name.startsWith('fontFamily');

/** A type, an import, a key, a thrown programming error, a line of the log, a CSS selector or a list of fonts shows nothing. */
const isCode = (node: Node, ancestors: readonly Node[]): boolean =>
  isKey(node, ancestors.at(-1)) ||
  ancestors.some(
    (node) =>
      /^(?:TS|Import|Export.*Source)/.test(node.type) ||
      isSelector(node) ||
      isFonts(node) ||
      isLog(node) ||
      (node.type === 'NewExpression' && /^(?:(?:|Syntax|Type|Range)Error|DOMException)$/.test(calledBy(node))) ||
      (node.type === 'JSXAttribute' && node.name.type === 'JSXIdentifier' && /^(?:className|d)$/.test(node.name.name)),
  );

const isKey = (node: Node, parent: Node | undefined): boolean => parent?.type === 'Property' && parent.key === node;

it('finds no text outside of the catalogues', () => {
  const outside = sources
    .filter(({ path }) => !listsOfNames.has(path) && !data.has(path) && !inEnglish.has(path) && !programs.test(path))
    .flatMap((source) =>
      [...nodesOf(source.program)].flatMap(([node, ancestors]) =>
        textsOf(node)
          .filter((text) => !sameEverywhere.has(text) && !isTechnical(text) && !isCode(node, ancestors))
          .filter(() => !isSaidToApps(source, ancestors))
          .filter((text) => (isMarkup(text) ? showsWords(text) : isWords(text) || (isShown(ancestors) && isText(text))))
          .map((text) => `${placeOf(source, node)} ${text}`),
      ),
    );
  expect(outside).toEqual([]);
});
