import { type RefObject, useEffect, useRef } from 'react';
import type { FindQuery } from './finder.ts';

/** The names in `preview.module.css`: `::highlight(found)`. */
const name = 'found';
const currentName = 'found-current';

/**
 * Marks what is looked for in the texts that are drawn, without elements of its own: scrolling reuses rows. `selector`:
 * the elements below `root` that hold data. `current`: the match that is shown, where nothing else marks it. (https://drafts.csswg.org/css-highlight-api-1/)
 */
export function useHighlights(
  root: RefObject<HTMLElement | null>,
  selector: string,
  query: FindQuery | undefined,
  current?: () => AbstractRange | undefined,
) {
  const latest = useRef(current);
  latest.current = current;
  const wanted = query?.text ?? '';
  const matchCase = query?.matchCase ?? false;
  useEffect(() => {
    const element = root.current;
    if (element === null || wanted === '') return;
    const highlight = new Highlight();
    CSS.highlights.set(name, highlight);
    const fold = (each: string) => (matchCase ? each : each.toLowerCase());
    const needle = fold(wanted);
    let frame = 0;
    const draw = () => {
      frame = 0;
      highlight.clear();
      for (const part of element.querySelectorAll(selector)) {
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) mark(node, highlight);
      }
      const range = latest.current?.();
      CSS.highlights.set(currentName, range === undefined ? new Highlight() : new Highlight(range));
    };
    const mark = (node: Node, into: Highlight) => {
      const source = fold(node.nodeValue ?? '');
      // Another case of a letter may be longer: the places would not fit.
      if (source.length !== node.nodeValue?.length) return;
      for (let at = source.indexOf(needle); at !== -1; at = source.indexOf(needle, at + needle.length)) {
        const range = new StaticRange({
          startContainer: node,
          startOffset: at,
          endContainer: node,
          endOffset: at + needle.length,
        });
        into.add(range);
      }
    };
    const observer = new MutationObserver(() => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    });
    observer.observe(element, { subtree: true, childList: true, characterData: true });
    draw();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      CSS.highlights.delete(name);
      CSS.highlights.delete(currentName);
    };
  }, [root, selector, wanted, matchCase]);
}
