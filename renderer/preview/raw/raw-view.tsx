import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { indented, indents } from '../../../app/shared/indent/indent.ts';
import type { DataFormat } from '../../../app/shared/resource/resource.ts';
import { call, reportOf } from '../../api/client.ts';
import { text } from '../../messages/text.ts';
import { FindBar } from '../find/find-bar.tsx';
import { createListFinder } from '../find/list-finder.ts';
import { useFind } from '../find/use-find.ts';
import { useHighlights } from '../find/use-highlights.ts';
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
  return props.bytes > editorBytes ? <LongText {...props} /> : <ShortText {...props} />;
}

/** A text that an editor holds. The next response replaces it when it is there. */
function ShortText(props: RawViewProps) {
  const { previewId, lineCount, language, fault, onRun } = props;
  const [body, setBody] = useState<{ text: string; truncated: boolean; lineCount: number }>();
  const [failure, setFailure] = useState<{ of: string; error: ErrorReport }>();
  const [choice, setChoice] = useState<boolean>();
  useEffect(() => {
    let isCurrent = true;
    call('preview.value', { previewId, pointer: '' }).then(
      (response) => isCurrent && setBody({ ...response, lineCount }),
      (error) => isCurrent && setFailure({ of: previewId, error: reportOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [previewId, lineCount]);

  if (failure?.of === previewId) return <PreviewError error={failure.error} onRun={onRun} />;
  if (body === undefined) return <div className={classes.raw} aria-busy="true" />;
  if (body.truncated) return <LongText {...props} />;
  const indent = indentOf(props);
  const isIndented =
    indent !== undefined && (choice ?? (needsLines(body.text, body.lineCount) || isFlatXml(body.text, language)));
  return (
    <div className={classes.raw}>
      <FoundText source={isIndented ? indented(indent, body.text) : body.text} language={language} fault={fault} />
      {indent === undefined ? null : <IndentButton isIndented={isIndented} onChange={setChoice} />}
    </div>
  );
}

/** A text that only the preview process holds as a whole. */
function LongText(props: RawViewProps) {
  const { previewId, lineCount, fault, onRun } = props;
  const [isAsked, setAsked] = useState(false);
  const [lines, setLines] = useState<{ count: number; isIndented: boolean }>();
  const [failure, setFailure] = useState<{ of: string; error: ErrorReport }>();
  const isWanted = isAsked && indentOf(props) !== undefined;
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    call('preview.text', { previewId, startLine: 0, count: 0, isIndented: true }).then(
      ({ total, isIndented }) => isCurrent && setLines({ count: total, isIndented }),
      (error) => isCurrent && setFailure({ of: previewId, error: reportOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [previewId, isWanted]);

  if (failure?.of === previewId) return <PreviewError error={failure.error} onRun={onRun} />;
  // Of the response before, until those of this one are counted.
  const made = isWanted ? lines : undefined;
  if (isWanted && made === undefined) return <div className={classes.raw} aria-busy="true" />;
  const isIndented = made?.isIndented === true;
  return (
    <div className={classes.raw}>
      <RawLines
        key={String(isIndented)}
        previewId={previewId}
        lineCount={made?.count ?? lineCount}
        isIndented={isIndented}
        fault={fault}
        onRun={onRun}
      />
      {indentOf(props) === undefined ? null : (
        <IndentButton isIndented={isIndented} isTooLong={made?.isIndented === false} onChange={setAsked} />
      )}
    </div>
  );
}

/** `undefined`: the text is in no format, or its lines are its records. */
const indentOf = ({ fault, language }: RawViewProps) =>
  fault === undefined && language !== 'text' ? indents[language] : undefined;

interface IndentButtonProps {
  isIndented: boolean;
  isTooLong?: boolean;
  onChange: (isIndented: boolean) => void;
}

function IndentButton({ isIndented, isTooLong = false, onChange }: IndentButtonProps) {
  const label = isTooLong ? 'preview.raw.tooLong' : isIndented ? 'preview.raw.asSent' : 'preview.raw.indent';
  return (
    <button
      type="button"
      className={classes.format}
      aria-pressed={isIndented}
      disabled={isTooLong}
      onClick={() => onChange(!isIndented)}
    >
      {text(label)}
    </button>
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
