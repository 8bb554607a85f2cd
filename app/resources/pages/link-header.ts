/** RFC 8288 §3: a link, then its parameters up to the comma that starts the next link. */
const link = /<([^<>]*)>((?:\s*;\s*[\w!#$&+\-.^`|~*]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)/g;
const parameterOf = (name: string, parameters: string): string | undefined => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;,"]*))`, 'i').exec(parameters);
  return found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2];
};

/**
 * The target of the first link whose relation is `next` (RFC 8288 §3.3: names separated by spaces, any case). Skips a
 * link about another page (`anchor`, §3.2). `header`: of several headers the values, separated by commas.
 */
export function nextLink(header: string | undefined): string | undefined {
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(link)) {
    const relations = parameterOf('rel', parameters)?.toLowerCase().split(/\s+/) ?? [];
    if (relations.includes('next') && parameterOf('anchor', parameters) === undefined) return target;
  }
  return undefined;
}
