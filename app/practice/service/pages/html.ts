/** Markup that is safe to send: `html` escaped every value in it. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly (string | Html)[] | undefined;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function write(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
  if ('markup' in part) return part.markup;
  return part.map(write).join('');
}

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: strings.reduce((text, string, index) => text + write(parts[index - 1]) + string) };
}
