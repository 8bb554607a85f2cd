import { isContainer, textAt } from '../shape/source-text.ts';
import type { Output } from './output.ts';
import type { RowSource, RowWriter } from './row-source.ts';
import { isNothing, TypeReader, typedText } from './values.ts';
import type { PageChoices } from './write-choices.ts';
import { escapedXml } from './xml-escape.ts';

/** Readable from a distance, in light and dark, and printable. */
const style = `
:root { color-scheme: light dark; font: 1rem/1.4 system-ui, sans-serif }
body { margin: 1rem }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; padding-bottom: 0.75rem }
caption b { display: block; font-size: 1.5rem }
th, td { padding: 0.35rem 0.75rem; text-align: left; vertical-align: top; border-bottom: 1px solid #8886 }
th { position: sticky; top: 0; background: Canvas }
.n { text-align: right; font-variant-numeric: tabular-nums }
`;

/** What was written, and nothing else, may run or load. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page with one table, without scripts, for browsers that only show pages. Lists and objects are their JSON. */
export class HtmlWriter implements RowWriter {
  private readonly source: RowSource;
  private readonly output: Output;
  private readonly page: PageChoices;
  private readonly readers: readonly (TypeReader | undefined)[];
  private readonly cells: readonly string[];

  constructor(source: RowSource, output: Output, page: PageChoices) {
    this.source = source;
    this.output = output;
    this.page = page;
    this.readers = TypeReader.of(source.columns);
    this.cells = source.columns.map(({ type }) => (type === 'number' ? '<td class="n">' : '<td>'));
  }

  begin(): void {
    const { output, page, source } = this;
    const title = escapedXml(page.title);
    output.text(
      `<!doctype html>\n<html lang="${escapedXml(page.language)}">\n<head>\n<meta charset="utf-8">\n` +
        `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
        `<meta http-equiv="refresh" content="${page.refreshSeconds}">\n` +
        `<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n<style>${style}</style>\n` +
        `</head>\n<body>\n<main>\n<table>\n<caption><b>${title}</b>${escapedXml(page.subtitle)}</caption>\n<thead>\n<tr>`,
    );
    for (const { name, type } of source.columns) {
      output.room();
      output.text(`<th scope="col"${type === 'number' ? ' class="n"' : ''}>${escapedXml(name)}</th>`);
    }
    if (source.time !== undefined) output.text(`<th scope="col">${escapedXml(source.time.name)}</th>`);
    output.ascii('</tr>\n</thead>\n<tbody>\n');
  }

  row(): void {
    const { output, source, readers, cells } = this;
    const { bytes, found, time } = source;
    output.ascii('<tr>');
    for (let column = 0; column < cells.length; column++) {
      const at = found[column] as number; // as many as columns
      const reader = readers[column];
      output.room();
      output.ascii(cells[column] as string); // as many as columns
      if (!isNothing(bytes, at) || reader?.ofNothing !== undefined)
        output.text(escapedXml(isContainer(bytes, at) ? textAt(bytes, at) : typedText(reader, bytes, at)));
      output.ascii('</td>');
    }
    if (time !== undefined) output.text(`<td>${escapedXml(time.text)}</td>`);
    output.ascii('</tr>\n');
  }

  end(): void {
    this.output.ascii('</tbody>\n</table>\n</main>\n</body>\n</html>\n');
    this.output.flush();
  }
}
