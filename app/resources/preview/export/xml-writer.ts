import { isContainer, textAt } from '../shape/source-text.ts';
import { columnNames } from './column-names.ts';
import type { Output } from './output.ts';
import type { RowSource, RowWriter } from './row-source.ts';
import { isNothing, TypeReader, typedText } from './values.ts';
import { escapedXml } from './xml-escape.ts';

/**
 * XML 1.0: `<rows><row><name>…</name></row></rows>`. A value that a row lacks has no element. Lists and objects are their
 * JSON. Characters that XML cannot hold become U+FFFD.
 */
export class XmlWriter implements RowWriter {
  private readonly source: RowSource;
  private readonly output: Output;
  private readonly readers: readonly (TypeReader | undefined)[];
  private readonly starts: readonly string[];
  private readonly ends: readonly string[];
  private readonly last: string;

  constructor(source: RowSource, output: Output) {
    this.source = source;
    this.output = output;
    this.readers = TypeReader.of(source.columns);
    const { time } = source;
    const names = columnNames.xml([...source.columns.map(({ name }) => name), ...(time ? [time.name] : [])]);
    this.starts = names.map((name) => `<${name}>`);
    this.ends = names.map((name) => `</${name}>`);
    const name = names.at(-1) ?? '';
    this.last = time === undefined ? '' : `<${name}>${escapedXml(time.text)}</${name}>`;
  }

  begin(): void {
    this.output.ascii('<?xml version="1.0" encoding="UTF-8"?>\n<rows>\n');
  }

  row(): void {
    const { output, source, readers } = this;
    const { bytes, found } = source;
    output.ascii('<row>');
    for (let column = 0; column < source.columns.length; column++) {
      const at = found[column] as number; // as many as columns
      const reader = readers[column];
      if (isNothing(bytes, at) && reader?.ofNothing === undefined) continue;
      output.room();
      output.text(this.starts[column] as string); // as many as columns
      const text = isContainer(bytes, at) ? textAt(bytes, at) : typedText(reader, bytes, at);
      output.text(escapedXml(text));
      output.text(this.ends[column] as string); // as many as columns
    }
    output.text(this.last);
    output.ascii('</row>\n');
  }

  end(): void {
    this.output.ascii('</rows>\n');
    this.output.flush();
  }
}
