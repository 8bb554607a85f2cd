import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LineMatch } from '../../../app/shared/contract/search.ts';
import { call } from '../../api/client.ts';
import { formatCount } from '../../common/numbers.ts';
import { text } from '../../messages/text.ts';
import { FindBar } from '../find/find-bar.tsx';
import { createListFinder } from '../find/list-finder.ts';
import { useFind } from '../find/use-find.ts';
import { useHighlights } from '../find/use-highlights.ts';
import { PreviewError } from '../preview-error.tsx';
import { rowWindow, scrollToRow } from '../scroll/row-window.ts';
import { usePages } from '../scroll/use-pages.ts';
import { useScroll } from '../scroll/use-scroll.ts';
import classes from './raw-view.module.css';

export interface TextFault {
  line: number;
  column: number;
}

const lineHeight = 20;
/** Of the font, at its size. */
const characterWidth = 7.5;
const pageLines = 100;
/** The worker shows a longer line in pieces of about so many bytes. */
const pieceBytes = 2000;

interface RawLinesProps {
  previewId: string;
  lineCount: number;
  isIndented: boolean;
  fault: TextFault | undefined;
  onRun: () => void;
}

/** A text of any length, line by line. */
export function RawLines({ previewId, lineCount, isIndented, fault, onRun }: RawLinesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useScroll(scroller);
  const widest = useRef(0);
  const view = { scrollTop: scroll.top, viewHeight: scroll.height, rowHeight: lineHeight, count: lineCount };
  const rows = rowWindow(view);
  const fetchPage = useCallback(
    async (key: string) => {
      const page = Number(key);
      const { lines } = await call('preview.text', {
        previewId,
        startLine: page * pageLines,
        count: pageLines,
        isIndented,
      });
      for (const line of lines) widest.current = Math.max(widest.current, line.length);
      return lines;
    },
    [previewId, isIndented],
  );
  const first = Math.floor(rows.first / pageLines);
  const last = Math.floor(Math.max(0, rows.end - 1) / pageLines);
  const wanted = [...Array(Math.max(0, last - first) + 1).keys()].map((page) => first + page);
  if ((last + 1) * pageLines < lineCount) wanted.push(last + 1);
  if (first > 0) wanted.push(first - 1);
  const pages = usePages(fetchPage, scroll.height === 0 ? [] : wanted.map(String));

  const faultLine = fault === undefined ? undefined : shownLine(fault);
  const isMeasured = scroll.height > 0;
  const goToFault = useRef(true);
  useEffect(() => {
    const element = scroller.current;
    if (!isMeasured || faultLine === undefined || element === null || !goToFault.current) return;
    goToFault.current = false;
    const around = Math.min(lineCount - 1, faultLine + 5);
    const at = { viewHeight: element.clientHeight, rowHeight: lineHeight, count: lineCount };
    element.scrollTop = scrollToRow({ scrollTop: element.scrollTop, ...at }, around);
  }, [isMeasured, faultLine, lineCount]);

  const [current, setCurrent] = useState<LineMatch>();
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  const finder = useMemo(
    () =>
      createListFinder<LineMatch>({
        slice: (query, from) =>
          call('preview.findLines', { previewId, query: query.text, matchCase: query.matchCase, from, isIndented }),
        show: (match) => {
          setCurrent(match);
          const element = scroller.current;
          if (element === null) return;
          const at = { viewHeight: element.clientHeight, rowHeight: lineHeight, count: lineCount };
          const { first, end } = latest.current;
          // In the middle, unless it is in view.
          if (match.line < first + 1 || match.line >= end - 2) {
            const top = Math.max(0, match.line - Math.floor((end - first) / 2));
            element.scrollTop = scrollToRow({ scrollTop: element.scrollHeight, ...at }, top);
          }
          element.scrollLeft = Math.max(0, match.column * characterWidth - element.clientWidth / 2);
        },
        isBefore: ({ line }) => line < latest.current.first,
      }),
    [previewId, lineCount, isIndented],
  );
  const find = useFind(scroller, finder, () => scroller.current?.focus());
  useHighlights(scroller, 'bdi', find.isOpen ? find.query : undefined);

  if (pages.error !== undefined) return <PreviewError error={pages.error} onRun={onRun} />;
  const digits = Math.max(3, String(lineCount).length);
  return (
    <>
      <FindBar find={find} />
      <section
        ref={scroller}
        className={classes.lines}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
        tabIndex={0}
        data-pane-focus
        aria-label={text('preview.raw.lines', { count: lineCount })}
      >
        <div style={{ height: rows.height, minWidth: `${Math.max(widest.current, 1) + digits + 6}ch` }}>
          <div className={classes.view} style={{ height: scroll.height }}>
            <div style={{ transform: `translateY(${rows.offset}px)` }}>
              {Array.from({ length: rows.end - rows.first }, (_, index) => {
                const line = rows.first + index;
                const source = pages.get(String(Math.floor(line / pageLines)))?.[line % pageLines];
                return (
                  <div
                    key={line % (Math.ceil(scroll.height / lineHeight) + 2)}
                    className={classes.line}
                    data-fault={line === faultLine || undefined}
                    data-current={(find.isOpen && line === current?.line) || undefined}
                  >
                    <span className={classes.number} style={{ width: `${digits + 3}ch` }}>
                      {formatCount(line + 1)}
                    </span>
                    {source === undefined ? <span className={classes.placeholder} /> : <bdi>{source}</bdi>}
                  </div>
                );
              })}
            </div>
          </div>
        </div>
      </section>
    </>
  );
}

/** Exact where no line before is shown in pieces: else as near as the place tells. */
const shownLine = ({ line, column }: TextFault): number => line - 1 + Math.floor((column - 1) / pieceBytes);
