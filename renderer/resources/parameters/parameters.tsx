import { latePart, useLatePart } from '../../common/lazy.ts';
import type { ParametersEditorProps } from './parameters-editor.tsx';

/** Loads with the tab: the calendar of relative dates is not needed before. */
const lateEditor = latePart(async () => (await import('./parameters-editor.tsx')).ParametersEditor);

export function Parameters(props: ParametersEditorProps) {
  const Editor = useLatePart(lateEditor, true);
  return Editor === undefined ? null : <Editor {...props} />;
}
