import { formatFacts } from '../shared/resource/formats.ts';
import type { DataFormat } from '../shared/resource/resource.ts';

/** Names that Windows reserves for devices, with any extension. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** "Sales by day" → `Sales by day.json`: a name that every file system accepts. */
export function suggestedFileName(name: string, format: DataFormat): string {
  const clean = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100)
    .trim();
  const safe = clean === '' || devices.test(clean) ? 'data' : clean;
  return `${safe}.${formatFacts[format].extension}`;
}
