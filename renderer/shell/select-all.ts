import { useEffect } from 'react';

/**
 * Ctrl A selects the content of the focused element, never the whole window. A region that can be selected as a whole has
 * `data-select-all`.
 */
function selectAll(target: Element | null): boolean {
  // Elements with their own selection: the browser handles Ctrl A correctly there.
  if (target?.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])') != null)
    return false;
  const region = target?.closest('[data-select-all]');
  if (region != null) document.getSelection()?.selectAllChildren(region);
  return true;
}

export function useSelectAll(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      if (selectAll(document.activeElement)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
