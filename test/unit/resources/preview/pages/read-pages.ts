import { Body } from '../../../../../app/resources/preview/body.ts';
import type { BodyOptions, BodySummary, PageFacts } from '../../../../../app/resources/preview/messages.ts';
import { previewId, shownTable } from '../read-body.ts';

export interface ReadPages {
  body: Body;
  facts: PageFacts[];
  summary: BodySummary;
}

/** A body whose pages arrived one after the other, each in pieces of `chunk` bytes. */
export function readPages(
  pages: readonly (string | Uint8Array)[],
  options: Partial<BodyOptions> = {},
  { wants = [], chunk = 1e9, dropRepeat = false }: { wants?: string[]; chunk?: number; dropRepeat?: boolean } = {},
): ReadPages {
  const body = new Body({ format: 'json', dataPath: null, contentType: '', limitBytes: 1e9, ...options });
  const facts = pages.map((page) => {
    const bytes = typeof page === 'string' ? Buffer.from(page) : page;
    for (let at = 0; at < bytes.length; at += chunk) body.write(bytes.slice(at, at + chunk));
    return body.endPage({ previewId, wants, dropRepeat });
  });
  return { body, facts, summary: body.end() };
}

/** All rows of the table, as texts. */
export function rowsOf(read: Pick<ReadPages, 'body' | 'summary'>) {
  const { dataPath, labels, rows } = shownTable(read);
  return { dataPath, labels, rows };
}
