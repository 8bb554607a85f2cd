import { formatFacts } from '../shared/resource/formats.ts';
import type { DataFormat } from '../shared/resource/resource.ts';

/** Names that Windows reserves for devices, with any extension. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

export const suggestedFileName = (name: string, format: DataFormat): string =>
  fileName(name, formatFacts[format].extension);

/** "Sales by day" → `Sales by day.json`: a name that every file system accepts. */
export function fileName(name: string, extension: string): string {
  const clean = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100)
    .trim();
  const safe = clean === '' || devices.test(clean) ? 'data' : clean;
  return `${safe}.${extension}`;
}
