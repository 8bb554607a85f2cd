import { latePart, useLatePart } from '../../common/lazy.ts';
import type { PagesEditorProps } from './pages-editor.tsx';

const latePagesEditor = latePart(async () => (await import('./pages-editor.tsx')).PagesEditor);

/** The tab Pages, which few resources need. */
export function LatePagesEditor(props: PagesEditorProps) {
  const PagesEditor = useLatePart(latePagesEditor, true);
  return PagesEditor === undefined ? null : <PagesEditor {...props} />;
}
