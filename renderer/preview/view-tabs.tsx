import { type PreviewView, previewViews } from '../../app/shared/resource/resource.ts';
import { text } from '../messages/text.ts';
import classes from './preview.module.css';

interface ViewTabsProps {
  shown: PreviewView;
  possible: readonly PreviewView[];
  onShow: (view: PreviewView) => void;
}

/** Arrows go from one tab to the next (ARIA APG, tabs pattern). */
export function ViewTabs({ shown, possible, onShow }: ViewTabsProps) {
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = possible[(possible.indexOf(shown) + step + possible.length) % possible.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onShow(next);
    document.getElementById(`preview-tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={text('preview.views')} className={classes.tabs} tabIndex={-1} onKeyDown={onKeyDown}>
      {previewViews.map((view) => (
        <button
          key={view}
          id={`preview-tab-${view}`}
          type="button"
          role="tab"
          className={classes.tab}
          aria-selected={view === shown}
          {...(view === shown ? { 'aria-controls': 'preview-panel' } : {})}
          disabled={!possible.includes(view)}
          tabIndex={view === shown ? 0 : -1}
          onClick={() => onShow(view)}
        >
          {text(`preview.view.${view}`)}
        </button>
      ))}
    </div>
  );
}
