import { pick, seeded } from './random.ts';

const kinds = [
  { type: 'temperature', unit: '°C' },
  { type: 'pressure', unit: 'bar' },
  { type: 'humidity', unit: '%' },
] as const;

/**
 * XML as machines write it: attributes, text beside attributes, an element that occurs once or several times (`tag`),
 * and with `count` 1 a list of a single element.
 */
export function sensorsXml(count: number): string {
  const all = Array.from({ length: count }, (_, index) => sensor(index + 1)).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<plant name="Stuttgart">\n<sensors>\n${all}\n</sensors>\n</plant>\n`;
}

function sensor(id: number): string {
  const { type, unit } = pick(kinds, `kind ${id}`);
  const value = (10 + 60 * seeded(`value ${id}`)).toFixed(1);
  const tags = ['hall-1', 'critical', 'spare'].slice(0, 1 + (id % 3)).map((tag) => `<tag>${tag}</tag>`);
  // Some readings have no attribute: the text is still the value of the same column.
  const reading = id % 4 === 0 ? `<reading>${value}</reading>` : `<reading unit="${unit}">${value}</reading>`;
  return `<sensor id="S-${id}" type="${type}"><name>Sensor ${id}</name>${reading}${tags.join('')}</sensor>`;
}
