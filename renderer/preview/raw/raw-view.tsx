import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import type { DataFormat } from '../../../app/shared/resource/resource.ts';
import { call, reportOf } from '../../api/client.ts';
import { text } from '../../messages/text.ts';
import { FindBar } from '../find/find-bar.tsx';
import { createListFinder } from '../find/list-finder.ts';
import { useFind } from '../find/use-find.ts';
import { useHighlights } from '../find/use-highlights.ts';
import { formatViews } from '../formats/format-views.ts';
import { PreviewError } from '../preview-error.tsx';
import { matchesIn } from './matches-in.ts';
import type { EditorPlaces } from './raw-editor.tsx';
import { RawLines, type TextFault } from './raw-lines.tsx';
import classes from './raw-view.module.css';

// The editor is loaded when a text is first shown.
const RawEditor = lazy(() => import('./raw-editor.tsx'));

/** Longer bodies are shown line by line: an editor would hold them as a whole. `preview.value` returns 1 MiB. */
const editorBytes = 1024 * 1024;
/** JSON and XML on long lines are put into lines up to this length: it takes less than a frame. */
const formattedCharacters = 500_000;
/** In characters, on average: about what a narrow window shows. */
const longLine = 100;

interface RawViewProps {
  previewId: string;
  bytes: number;
  lineCount: number;
  /** `text`: it is in no format. */
  language: DataFormat | 'text';
  fault: TextFault | undefined;
  onRun: () => void;
}

export function RawView(props: RawViewProps) {
  const { previewId, bytes, lineCount, fault, onRun } = props;
  if (bytes > editorBytes) return <RawLines previewId={previewId} lineCount={lineCount} fault={fault} onRun={onRun} />;
  return <RawText key={previewId} {...props} />;
}

function RawText({ previewId, lineCount, language, fault, onRun }: RawViewProps) {
  const [body, setBody] = useState<{ text: string; truncated: boolean }>();
  const [error, setError] = useState<ErrorReport>();
  const [choice, setChoice] = useState<boolean>();
  useEffect(() => {
    let isCurrent = true;
    call('preview.value', { previewId, pointer: '' }).then(
      (response) => isCurrent && setBody(response),
      (failure) => isCurrent && setError(reportOf(failure)),
    );
    return () => {
      isCurrent = false;
    };
  }, [previewId]);

  if (error !== undefined) return <PreviewError error={error} onRun={onRun} />;
  if (body === undefined) return <div className={classes.raw} aria-busy="true" />;
  if (body.truncated) return <RawLines previewId={previewId} lineCount={lineCount} fault={fault} onRun={onRun} />;
  const indent = fault === undefined && language !== 'text' ? formatViews[language].indent : undefined;
  const isIndented =
    indent !== undefined && (choice ?? (needsLines(body.text, lineCount) || isFlatXml(body.text, language)));
  return (
    <div className={classes.raw}>
      <FoundText source={isIndented ? indent(body.text) : body.text} language={language} fault={fault} />
      {indent !== undefined ? (
        <button
          type="button"
          className={classes.format}
          aria-pressed={isIndented}
          onClick={() => setChoice(!isIndented)}
        >
          {text(isIndented ? 'preview.raw.asSent' : 'preview.raw.indent')}
        </button>
      ) : null}
    </div>
  );
}

/** A text that fits into an editor, and the search in it. */
function FoundText({ source, language, fault }: Pick<RawViewProps, 'language' | 'fault'> & { source: string }) {
  const root = useRef<HTMLDivElement>(null);
  const places = useRef<EditorPlaces>(null);
  const finder = useMemo(
    () =>
      createListFinder<{ from: number; to: number }>({
        slice: async (query) => ({ matches: matchesIn(source, query), next: null }),
        show: ({ from, to }) => places.current?.select(from, to),
        isBefore: ({ from }) => from < (places.current?.at() ?? 0),
      }),
    [source],
  );
  const find = useFind(root, finder, () => places.current?.focus());
  useHighlights(root, '.cm-line', find.isOpen ? find.query : undefined, () =>
    find.state === undefined || find.state.number === 0 ? undefined : places.current?.range(),
  );
  return (
    <>
      <FindBar find={find} />
      <div ref={root} className={classes.found}>
        <Suspense fallback={<div className={classes.raw} aria-busy="true" />}>
          <RawEditor source={source} language={language} fault={fault} places={places} />
        </Suspense>
      </div>
    </>
  );
}

/** XML whose lines all start at the left edge is easier to read indented. */
const isFlatXml = (source: string, language: RawViewProps['language']): boolean =>
  language === 'xml' && source.length <= formattedCharacters && !/^[ \t]+</m.test(source);

const needsLines = (text: string, lineCount: number) =>
  text.length <= formattedCharacters && text.length / Math.max(1, lineCount) > longLine;
