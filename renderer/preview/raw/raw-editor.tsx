import { json } from '@codemirror/lang-json';
import { xml } from '@codemirror/lang-xml';
import { foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorSelection, EditorState, type Extension } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import type { DataFormat } from '../../../app/shared/resource/resource.ts';
import type { TextFault } from './raw-lines.tsx';
import classes from './raw-view.module.css';

interface RawEditorProps {
  text: string;
  language: DataFormat | 'text';
  fault: TextFault | undefined;
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
  search({ top: true }),
  syntaxHighlighting(colours),
  keymap.of([...searchKeymap, ...foldKeymap]),
  EditorState.readOnly.of(true),
  EditorView.contentAttributes.of({
    'aria-label': 'Raw text',
    'aria-readonly': 'true',
    tabindex: '0',
    'data-pane-focus': '',
  }),
];

const languages: Record<RawEditorProps['language'], Extension> = { json: json(), xml: xml(), csv: [], text: [] };
const faultLine = Decoration.line({ class: classes.editorFault ?? '' });

/** A text that can be searched, folded and copied, but not changed. */
export default function RawEditor({ text, language, fault }: RawEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (parent.current === null) return;
    const state = EditorState.create({ doc: text, extensions: [base, languages[language], markFault(fault)] });
    const view = new EditorView({ state, parent: parent.current });
    const at = fault === undefined ? undefined : placeOf(state, fault);
    if (at !== undefined)
      view.dispatch({ selection: EditorSelection.cursor(at), effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    return () => view.destroy();
  }, [text, language, fault]);
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
