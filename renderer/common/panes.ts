import { afterFrame } from './after-frame.ts';

/** Panes are elements with `data-pane`; F6 goes round them in the order of the page. */

const focusable =
  'a[href], button:not([disabled]):not([tabindex="-1"]), input:not([disabled]):not([tabindex="-1"]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** Moves the focus to the next or previous pane: to the control that had it last, else to the first. */
export function focusNextPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
  if (panes.length === 0) return;
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(current + direction * step + panes.length * 2) % panes.length];
    const target =
      pane?.querySelector<HTMLElement>('[data-pane-focus]:not([tabindex="-1"])') ??
      pane?.querySelector<HTMLElement>(focusable);
    if (target !== undefined && target !== null) {
      target.focus();
      return;
    }
  }
}

/** Focuses the sidebar row of a resource or connection once it is rendered. */
export const focusRow = (id: string): void =>
  afterFrame(() => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus());

export function focusUrl(): void {
  const field = document.querySelector<HTMLInputElement>('[data-url-field]');
  field?.focus();
  field?.select();
}

/** Opens a part of the request card: the page decides what it shows. */
export function openSection(section: 'feed'): void {
  const tab = document.getElementById(`tab-${section}`);
  tab?.click();
  tab?.focus();
}

/** Presses Run on the page that is shown: the page decides whether it can. */
export function runShown(): void {
  document.querySelector<HTMLButtonElement>('[data-run-button]')?.click();
}
