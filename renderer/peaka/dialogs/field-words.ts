/** Names that stay in capitals. */
const capitals = ['api', 'db', 'id', 'ip', 'ssh', 'ssl', 'tls', 'uri', 'url'];

/** Peaka names its fields as programs do: `databaseName` is shown as `Database name`, `useSsl` as `Use SSL`. Pure. */
export function fieldLabel(name: string): string {
  const words = name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_.-]+/u)
    .filter((word) => word !== '')
    .map((word) => (capitals.includes(word.toLowerCase()) ? word.toUpperCase() : word.toLowerCase()));
  const [first = name, ...rest] = words;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ');
}
