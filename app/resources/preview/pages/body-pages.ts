import { type Message, message } from '../../../shared/messages/message.ts';
import type { DataFormat } from '../../../shared/resource/resource.ts';
import type { JsonDocument } from '../json/document.ts';
import { findTotal } from '../json/total.ts';
import type { BodyOptions, BodySummary, PageFacts, PreviewRequest } from '../messages.ts';
import type { Received } from '../received.ts';
import { CsvPages } from './csv-pages.ts';
import { JsonPages } from './json-pages.ts';
import { type Added, type ArrivedPage, type MergedBody, noList } from './merged.ts';
import { findPageFields, findTotalPages, readWanted } from './page-fields.ts';
import { findSpan, pagedPointer, type RowSpan } from './row-span.ts';
import { XmlPages } from './xml-pages.ts';

/** A later page while it arrives. */
export interface PageBody {
  write(chunk: Uint8Array): void;
  /** All of the page has arrived. Its rows are not put in shape. */
  endAsPage(): BodySummary;
  readonly arrived: ArrivedPage | undefined;
  close(): void;
}

type EndPage = PreviewRequest<'endPage'>;

/** The pages of one body: reads each, and puts its rows after those of the pages before. */
export class BodyPages {
  private readonly options: BodyOptions;
  private readonly open: (options: BodyOptions) => PageBody;
  /** As chosen, or as the app chose in the first page. */
  private readonly path: string | null;
  private first: ArrivedPage | undefined;
  private merged: MergedBody | undefined;
  private current: PageBody | undefined;

  /** `first`: the first page, if it has a document. */
  constructor(
    { first, path, options }: { first: ArrivedPage | undefined; path: string | null; options: BodyOptions },
    open: (options: BodyOptions) => PageBody,
  ) {
    this.first = first;
    this.path = path;
    this.options = options;
    this.open = open;
  }

  /** What the first page says. `summary`: of it alone. */
  firstFacts(summary: BodySummary, request: EndPage): PageFacts {
    const { first, path } = this;
    if (first === undefined || path === null) return { ...unread, problem: problemOf(summary) };
    const span = this.span(first.document);
    if (span === undefined) {
      const problem = pagedPointer(path) === undefined ? message('preview.pages.oneRow') : noList(path);
      return { ...factsOf(first.document, path, request, 0), rowCount: null, problem };
    }
    return factsOf(first.document, path, request, span.count);
  }

  write(chunk: Uint8Array): void {
    this.current ??= this.open(this.pageOptions());
    this.current.write(chunk);
  }

  /** Reads the page that has arrived. */
  endPage(request: EndPage): PageFacts {
    const page = this.current;
    this.current = undefined;
    if (page === undefined) return { ...unread, rowCount: 0 };
    try {
      const summary = page.endAsPage();
      const { arrived } = page;
      if (summary.status === 'empty') return { ...unread, rowCount: 0 };
      if (arrived === undefined || this.path === null) return { ...unread, problem: problemOf(summary) };
      const added = this.add(arrived, request.dropRepeat);
      if (added === 'repeat') return { ...factsOf(arrived.document, this.path, request, 0), isRepeat: true };
      if ('problem' in added)
        return { ...factsOf(arrived.document, this.path, request, 0), rowCount: null, problem: added.problem };
      return factsOf(arrived.document, this.path, request, added.rowCount);
    } finally {
      page.close();
    }
  }

  /** The body so far. `undefined`: only the first page. */
  soFar(): { received: Received; document: JsonDocument } | undefined {
    return this.merged?.soFar();
  }

  /** The whole body. `undefined`: only the first page. A page that has not ended is dropped. */
  finish(): ReturnType<MergedBody['finish']> | undefined {
    this.drop();
    return this.merged?.finish();
  }

  drop(): void {
    this.current?.close();
    this.current = undefined;
  }

  private add(page: ArrivedPage, dropRepeat: boolean): Added | 'repeat' {
    const merged = this.merge();
    return merged === undefined ? { problem: message('preview.pages.noTable') } : merged.add(page, dropRepeat);
  }

  /** From the second page on. Drops the first page's own body. */
  private merge(): MergedBody | undefined {
    const { first, options, path } = this;
    if (this.merged !== undefined || first === undefined || path === null) return this.merged;
    const pointer = pagedPointer(path);
    const span = this.span(first.document);
    if (pointer === undefined || span === undefined) return undefined;
    this.merged = mergers[options.format].create(first, { path, pointer, span }, options);
    this.first = undefined;
    return this.merged;
  }

  private span(document: JsonDocument): RowSpan | undefined {
    const pointer = this.path === null ? undefined : pagedPointer(this.path);
    const span = pointer === undefined ? undefined : findSpan(document, pointer, false);
    return span?.kind === 'null' ? undefined : span;
  }

  /** A later CSV page is read like the first. */
  private pageOptions(): BodyOptions {
    const merged = mergers[this.options.format].isReadLikeFirst ? this.merge() : undefined;
    return merged instanceof CsvPages ? { ...this.options, ...merged.dialect } : this.options;
  }
}

interface List {
  path: string;
  pointer: string;
  span: RowSpan;
}

interface Merger {
  create(first: ArrivedPage, list: List, options: BodyOptions): MergedBody;
  /** Later pages are read with what was found in the first one. */
  isReadLikeFirst: boolean;
}

/** A format whose pages nothing merges does not compile. */
const mergers: Record<DataFormat, Merger> = {
  json: { create: (...all) => new JsonPages(...all), isReadLikeFirst: false },
  xml: { create: (...all) => new XmlPages(...all), isReadLikeFirst: false },
  csv: { create: (first, _list, options) => new CsvPages(first, options), isReadLikeFirst: true },
};

const unread: PageFacts = { rowCount: null, values: [], totalRows: null, totalPages: null };

function factsOf(document: JsonDocument, path: string, { wants }: EndPage, rowCount: number): PageFacts {
  const pointer = pagedPointer(path);
  return {
    rowCount,
    values: wants.map((want) => readWanted(document, want)),
    totalRows: pointer === undefined ? null : findTotal(document, pointer, rowCount),
    totalPages: findTotalPages(findPageFields(document, path)),
  };
}

const problemOf = (summary: BodySummary): Message =>
  summary.status === 'unparsed' ? summary.message : message('preview.pages.noTable');
