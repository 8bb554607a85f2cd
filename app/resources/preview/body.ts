import { RequestError } from '../../shared/errors.ts';
import { indents } from '../../shared/indent/indent.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import type { ArrivingTable, Table } from '../../shared/preview/preview.ts';
import { noShape } from '../../shared/shape/shape.ts';
import { bodyFolderPrefix } from './body-file.ts';
import { findLines } from './find/find-lines.ts';
import { findNodes } from './find/find-nodes.ts';
import { utf8MarkLength } from './formats/charset.ts';
import type { Fault, Format, Mismatch } from './formats/format.ts';
import { formats } from './formats/formats.ts';
import { findMismatch } from './formats/mismatch.ts';
import { indentText, type TextLines } from './indented-text.ts';
import { Intake } from './intake.ts';
import { ColumnSearch } from './json/columns.ts';
import type { JsonDocument } from './json/document.ts';
import { findRows } from './json/find-rows.ts';
import { checkPath } from './json/path/check-path.ts';
import { PathFault } from './json/path/path-fault.ts';
import { suggestPaths } from './json/path/suggest-paths.ts';
import type { Rows } from './json/row-places.ts';
import { readRows } from './json/rows.ts';
import { arrivingTable, emptyDocument, pagedTable, summarise, tableOf } from './json/summary.ts';
import { readTree } from './json/tree.ts';
import { readSource, readValue, readXmlValue } from './json/value.ts';
import type { BodyOptions, BodySummary, PageFacts, PageField, PreviewRequest, PreviewResponse } from './messages.ts';
import { BodyPages, type PageBody } from './pages/body-pages.ts';
import type { ArrivedPage } from './pages/merged.ts';
import { findPageFields } from './pages/page-fields.ts';
import type { Received } from './received.ts';
import { untypedColumns } from './shape/shaped-columns.ts';
import { TableSource } from './shape/table-source.ts';
import { shapeOf, TableViews, type View } from './shape/table-views.ts';
import { Job } from './shape/work.ts';
import { unparsed } from './unparsed.ts';

/** One response of a service: collects the body, then returns its rows, nodes and lines. */
export class Body implements PageBody {
  private readonly options: BodyOptions;
  private readonly filePrefix: string;
  private readonly intake: Intake;
  private document: JsonDocument | undefined;
  private failure: RequestError | undefined;
  /** Notes on what the conversion to JSON left out. */
  private readonly notes: Message[] = [];
  private ended = false;
  /** Relative dates in filters count from here, so that a body has the same rows whenever it is read. Epoch ms. */
  private endedAt = Date.now();
  private lastTable: { dataPath: string; rows: Rows } | undefined;
  /** When all has arrived, before the steps of the shape. */
  private whole: BodySummary | undefined;
  private views = this.makeViews();
  /** The text with a line for each value. */
  private indented: Job<TextLines | undefined> | undefined;
  /** The table's path when the first page or the whole body ended. */
  private firstPath: string | null = null;
  /** Set when the first page has ended. */
  private pages: { body: BodyPages; first: BodySummary; path: string | null } | undefined;

  /** `filePrefix`: of the folder for a body that is too large to show. */
  constructor(options: BodyOptions, filePrefix = bodyFolderPrefix) {
    this.options = options;
    this.filePrefix = filePrefix;
    this.intake = new Intake(options, filePrefix);
  }

  /** Failures (memory, disk) are reported at the end. */
  write(chunk: Uint8Array): void {
    if (this.failure !== undefined) return;
    try {
      if (this.pages === undefined) this.intake.write(chunk);
      else this.pages.body.write(chunk);
    } catch (error) {
      this.close();
      this.failure = new RequestError('preview.failed', message('preview.diskFull'), {
        cause: error,
      });
    }
  }

  /** The table as far as it has arrived. `null`: there is none yet, or the format is read only at the end. */
  arriving(): ArrivingTable | null {
    const document = this.pages === undefined ? this.documentSoFar() : this.document;
    const table =
      this.pages === undefined
        ? document && arrivingTable(document, this.options.dataPath)
        : document && pagedTable(document, this.pages.path);
    if (document === undefined || table === undefined) return null;
    this.lastTable = table;
    const { dataPath } = table;
    const { columns, rowCount } = this.unshapedTable({ ...this.ownView, dataPath });
    return { dataPath, rowCount, columns };
  }

  endAsPage(): BodySummary {
    return this.endWhole();
  }

  /** Reads the page that has arrived, as one of several. Throws the failure of the body. */
  endPage(request: PreviewRequest<'endPage'>): PageFacts {
    if (this.failure !== undefined) throw this.failure;
    if (this.pages === undefined) {
      const first = this.endAsPage();
      const path = first.status === 'parsed' ? first.dataPath : null;
      const body = new BodyPages(
        { first: this.arrived, path, options: this.options },
        (options) => new Body(options, this.filePrefix),
      );
      this.pages = { body, first, path };
      return body.firstFacts(first, request);
    }
    const facts = this.pages.body.endPage(request);
    this.replace(this.pages.body.soFar());
    return facts;
  }

  /** Throws Unfinished while the steps of the shape are applied. */
  end(): BodySummary {
    if (this.failure !== undefined) throw this.failure;
    this.whole ??= this.pages === undefined ? this.endWhole() : this.endPages(this.pages);
    return this.inShape(this.whole);
  }

  /** As the resource has it, whichever rows are shown. */
  private get ownView(): Omit<View, 'dataPath'> {
    const { withParents = false, shape = noShape } = this.options;
    return { withParents, shape };
  }

  private inShape(summary: BodySummary): BodySummary {
    if (summary.status !== 'parsed' || summary.dataPath === null) return summary;
    const table = this.shapedTable({ ...this.ownView, dataPath: summary.dataPath });
    return { ...summary, ...table, notes: [...summary.notes, ...table.notes] };
  }

  private endPages({ body, first, path }: NonNullable<Body['pages']>): BodySummary {
    const whole = body.finish();
    this.replace(whole);
    this.ended = true;
    if (whole === undefined || this.document === undefined) return first;
    const known = new Set(this.notes.map(({ id }) => id));
    this.notes.push(...(whole.notes ?? []).filter(({ id }) => !known.has(id)));
    const summary = summarise(this.document, path);
    return { ...summary, notes: [...this.notes, ...summary.notes], lineCount: whole.received.lines.lineCount };
  }

  /** What may tell of further pages. */
  get fields(): PageField[] {
    const path = this.firstPath;
    return this.document === undefined || this.pages !== undefined ? [] : findPageFields(this.document, path);
  }

  get arrived(): ArrivedPage | undefined {
    const { received, document } = this;
    return received === undefined || document === undefined ? undefined : { received, document };
  }

  /** Puts the merged pages in the place of the first one. */
  private replace(merged: ArrivedPage | undefined): void {
    if (merged === undefined) return;
    this.intake.received = merged.received;
    this.document = merged.document;
    this.forgetTables();
  }

  private forgetTables(): void {
    this.lastTable = undefined;
    this.views = this.makeViews();
    this.indented = undefined;
  }

  private makeViews(): TableViews {
    return new TableViews((view) => {
      const document = this.shown();
      const rows = this.rowsOf(view.dataPath);
      const search = new ColumnSearch(document, rows, view.withParents);
      const clock = { at: this.endedAt, timeZone: this.options.timeZone ?? null };
      return new TableSource({ document, rows, search, isJson: this.format.isJson, clock });
    });
  }

  private endWhole(): BodySummary {
    this.ended = true;
    this.endedAt = Date.now();
    this.forgetTables();
    if (this.failure !== undefined) throw this.failure;
    if (this.intake.isTooLarge) return { status: 'too_large', limitBytes: this.options.limitBytes };
    const received = this.intake.end();
    if (received === undefined || received.start.trim() === '') return { status: 'empty' };
    const fault = this.parse(received);
    const { lineCount } = received.lines;
    if (fault !== undefined) return unparsed(fault, lineCount);
    if (this.document === undefined) return { status: 'empty' };
    this.notes.unshift(...received.notes);
    const summary = summarise(this.document, this.options.dataPath);
    this.firstPath = summary.dataPath;
    return { ...summary, notes: [...this.notes, ...summary.notes], lineCount };
  }

  /** Steps apply when all has arrived. Until then, only the choices of columns do. */
  table(view: PreviewRequest<'table'>): PreviewResponse<'table'> {
    const table = this.whole === undefined ? this.unshapedTable(view) : this.shapedTable(view);
    return { ...table, notes: [...this.notes, ...table.notes] };
  }

  private unshapedTable(view: View): Table {
    const rows = this.rowsOf(view.dataPath);
    const table = tableOf(this.shown(), view.dataPath, rows, new ColumnSearch(this.shown(), rows, view.withParents));
    return { ...table, columns: untypedColumns(table.columns, shapeOf(view)) };
  }

  private shapedTable(view: View): Table {
    // First what throws Unfinished, and is repeated then.
    const shaped = this.views.table(view);
    return {
      ...tableOf(this.shown(), view.dataPath, this.rowsOf(view.dataPath), this.views.search(view)),
      ...shaped,
    };
  }

  /** Looks for columns and types in rows not yet checked, a few at a time, so that other calls need not wait. */
  columns(view: PreviewRequest<'columns'>): PreviewResponse<'columns'> {
    if (this.whole !== undefined) this.views.lookOn(view);
    return this.table(view);
  }

  rows({ columns, start, count, ...view }: PreviewRequest<'rows'>): PreviewResponse<'rows'> {
    const rows = this.rowsOf(view.dataPath);
    if (this.whole !== undefined) return this.views.rows(view, columns, start, count);
    const cells = readRows(this.shown(), rows, columns, start, count);
    const pointers = cells.map((_row, at) => rows.places.pointer(start + at));
    return { rows: cells, pointers };
  }

  /** What reads all rows of a table: figures, searches, copies, exports. Its calls throw Unfinished and are repeated. */
  get tables(): TableViews {
    return this.views;
  }

  path({ dataPath }: PreviewRequest<'path'>): PreviewResponse<'path'> {
    return checkPath(this.shown(), dataPath);
  }

  paths(): PreviewResponse<'paths'> {
    return { paths: suggestPaths(this.shown()) };
  }

  tree({ pointer, start, count }: PreviewRequest<'tree'>): PreviewResponse<'tree'> {
    return readTree(this.shown(), pointer, start, count);
  }

  text({ startLine, count, isIndented }: PreviewRequest<'text'>): PreviewResponse<'text'> {
    const shown = this.shownText(isIndented);
    if (shown === undefined) return { lines: [], total: 0, isIndented: false };
    const { text, lines } = shown;
    return {
      lines: lines.read(text.bytes, text.length, startLine, count),
      total: lines.lineCount,
      isIndented: shown !== this.received,
    };
  }

  findLines(request: PreviewRequest<'findLines'>): PreviewResponse<'findLines'> {
    const shown = this.shownText(request.isIndented);
    if (shown === undefined) return { matches: [], next: null };
    return findLines(shown.text.bytes, shown.text.length, shown.lines, request);
  }

  /** Indented, if that was asked for and can be. Throws Unfinished until it is. */
  private shownText(isIndented = false): TextLines | undefined {
    const { received } = this;
    const indent = indents[this.options.format];
    if (!isIndented || indent === undefined || received === undefined || this.whole?.status !== 'parsed')
      return received;
    this.indented ??= new Job(indentText(indent, received.text));
    return this.indented.finish() ?? received;
  }

  findNodes(request: PreviewRequest<'findNodes'>): PreviewResponse<'findNodes'> {
    return findNodes(this.shown(), request);
  }

  /** Pointer '' returns the whole body. */
  value({ pointer }: PreviewRequest<'value'>): PreviewResponse<'value'> {
    if (pointer === '') {
      const bytes = this.received?.text.view() ?? Buffer.alloc(0);
      return readSource(bytes, utf8MarkLength(bytes, bytes.length), bytes.length);
    }
    const document = this.shown();
    const at = document.resolve(pointer);
    if (at === 'list' || at === -1) throw new RequestError('preview.no_value', message('preview.noValue'));
    return document.isXml ? readXmlValue(document.bytes, at) : readValue(document.bytes, at);
  }

  /** The body as sent, byte for byte. */
  saveBody({ path }: PreviewRequest<'saveBody'>): null {
    try {
      this.intake.saveAs(path);
    } catch (error) {
      throw new RequestError('preview.save_failed', message('preview.saveFailed'), { cause: error });
    }
    return null;
  }

  get byteLength(): number {
    const own = this.format.isJson ? 0 : (this.document?.bytes.byteLength ?? 0);
    return (this.received?.byteLength ?? 0) + own + (this.document?.structure.byteLength ?? 0);
  }

  close(): void {
    this.pages?.body.drop();
    this.intake.close();
    this.document = undefined;
    this.forgetTables();
  }

  private get received(): Received | undefined {
    return this.intake.received;
  }

  private get format(): Format {
    return formats[this.options.format];
  }

  /** What the body really is, if not what was requested. */
  private mismatchOf(received: Received): Mismatch {
    return () => findMismatch(this.options.format, this.options.contentType, received.start);
  }

  /** Sets the document, or returns why there is none. */
  private parse(received: Received): Fault | undefined {
    const reading = received.reader.finish(received.text.view(), this.mismatchOf(received));
    if ('fault' in reading) return reading.fault;
    this.document = reading.document;
    this.notes.push(...(reading.notes ?? []));
    return undefined;
  }

  /** Used while the body arrives: the bytes so far are valid JSON, whose last value may be incomplete. */
  private documentSoFar(): JsonDocument | undefined {
    const { received } = this;
    if (received === undefined) return this.format.isReadAsItArrives ? emptyDocument() : undefined;
    return received.reader.soFar(received.text.view(), this.mismatchOf(received));
  }

  private shown(): JsonDocument {
    const document = this.document ?? (this.ended ? undefined : this.documentSoFar());
    if (document !== undefined) return document;
    throw new RequestError('preview.not_parsed', message('preview.notParsed'));
  }

  private rowsOf(dataPath: string): Rows {
    if (this.lastTable?.dataPath === dataPath) return this.lastTable.rows;
    const rows = findRows(this.shown(), dataPath);
    if (rows instanceof PathFault) throw new RequestError('preview.no_table', rows.text);
    if (rows === undefined) throw new RequestError('preview.no_table', message('preview.noTable'));
    this.lastTable = { dataPath, rows };
    return rows;
  }
}
