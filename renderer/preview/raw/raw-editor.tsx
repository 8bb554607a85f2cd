import { json } from '@codemirror/lang-json';
import { xml } from '@codemirror/lang-xml';
import { foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { gotoLine, highlightSelectionMatches } from '@codemirror/search';
import { EditorSelection, EditorState, type Extension } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { type RefObject, useEffect, useRef } from 'react';
import type { DataFormat } from '../../../app/shared/resource/resource.ts';
import { useLanguage } from '../../messages/language.ts';
import { text } from '../../messages/text.ts';
import { lineChanges } from './line-changes.ts';
import type { TextFault } from './raw-lines.tsx';
import classes from './raw-view.module.css';

/** What the search needs of the editor. Places: UTF-16 units from the start. */
export interface EditorPlaces {
  /** Selects a part, and brings it into view. */
  select(from: number, to: number): void;
  /** Where the selection starts. */
  at(): number;
  focus(): void;
  /** What is selected, as far as it is drawn. */
  range(): AbstractRange | undefined;
}

interface RawEditorProps {
  source: string;
  language: DataFormat | 'text';
  fault: TextFault | undefined;
  /** Set as long as there is an editor. */
  places: RefObject<EditorPlaces | null>;
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.tagName], color: 'var(--pv-key)' },
  { tag: [tags.string, tags.attributeValue], color: 'var(--pv-string)' },
  { tag: tags.number, color: 'var(--pv-number)' },
  { tag: [tags.bool, tags.null, tags.attributeName], color: 'var(--pv-boolean)' },
  { tag: [tags.comment, tags.processingInstruction], color: 'var(--tb-faint)' },
]);

const base: Extension = [
  lineNumbers(),
  foldGutter(),
  drawSelection(),
  highlightSelectionMatches(),
  syntaxHighlighting(colours),
  keymap.of([{ key: 'Mod-Alt-g', run: gotoLine }, ...foldKeymap]),
  EditorState.readOnly.of(true),
  EditorView.contentAttributes.of({ 'aria-readonly': 'true', tabindex: '0', 'data-pane-focus': '' }),
];

/** The editor's own texts, by its English ones (https://codemirror.net/examples/translate/). */
const texts = (): Extension => [
  EditorView.contentAttributes.of({ 'aria-label': text('preview.raw') }),
  EditorState.phrases.of({
    'Go to line': text('preview.find.goToLine'),
    go: text('preview.find.go'),
    'Fold line': text('preview.fold'),
    'Unfold line': text('preview.fold.open'),
    'folded code': text('preview.fold.folded'),
    unfold: text('preview.fold.unfold'),
    'Folded lines': text('preview.fold.foldedLines'),
    'Unfolded lines': text('preview.fold.unfoldedLines'),
    to: text('preview.fold.to'),
  }),
];

const languages: Record<RawEditorProps['language'], Extension> = { json: json(), xml: xml(), csv: [], text: [] };
const faultLine = Decoration.line({ class: classes.editorFault ?? '' });

/** A text that can be searched, folded and copied, but not changed. */
export default function RawEditor({ source, language, fault, places }: RawEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const latest = useRef(source);
  latest.current = source;
  const shownLanguage = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is a new editor
  useEffect(() => {
    if (parent.current === null) return;
    const state = EditorState.create({
      doc: latest.current,
      extensions: [base, texts(), languages[language], markFault(fault)],
    });
    const view = new EditorView({ state, parent: parent.current });
    editor.current = view;
    const at = fault === undefined ? undefined : placeOf(state, fault);
    if (at !== undefined)
      view.dispatch({ selection: EditorSelection.cursor(at), effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    places.current = {
      select: (from, to) =>
        view.dispatch({
          selection: EditorSelection.range(from, to),
          effects: EditorView.scrollIntoView(from, { y: 'center', x: 'nearest' }),
        }),
      at: () => view.state.selection.main.from,
      focus: () => view.focus(),
      range: () => {
        const { from, to, empty } = view.state.selection.main;
        if (empty || from < view.viewport.from || to > view.viewport.to) return undefined;
        const [start, end] = [view.domAtPos(from), view.domAtPos(to)];
        return new StaticRange({
          startContainer: start.node,
          startOffset: start.offset,
          endContainer: end.node,
          endOffset: end.offset,
        });
      },
    };
    return () => {
      places.current = null;
      editor.current = undefined;
      view.destroy();
    };
  }, [language, fault, places, shownLanguage]);
  // The next response keeps the place.
  useEffect(() => {
    const { state } = editor.current ?? {};
    if (state !== undefined) editor.current?.dispatch({ changes: lineChanges(state.doc, state.toText(source)) });
  }, [source]);
  return <div ref={parent} className={classes.editor} />;
}

function placeOf(state: EditorState, { line, column }: TextFault): number {
  const found = state.doc.line(Math.min(line, state.doc.lines));
  return Math.min(found.to, found.from + column - 1);
}

function markFault(fault: TextFault | undefined): Extension {
  if (fault === undefined) return [];
  return EditorView.decorations.of((view) => {
    const { from } = view.state.doc.line(Math.min(fault.line, view.state.doc.lines));
    return Decoration.set([faultLine.range(from)]);
  });
}
