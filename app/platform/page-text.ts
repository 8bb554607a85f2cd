/** The content of a login window, as read by `pageTextScript`. Untrusted. */
export interface PageText {
  title: string;
  /** The visible text, line by line, cut if long. */
  text: string;
  /** The page has input fields: a login form, possibly after a wrong password. */
  hasFields: boolean;
}

const longestTitle = 300;
const longestText = 4_000;

/**
 * Reads a page. Runs in an isolated world, where the page's scripts can neither see it nor replace what it calls. Cuts
 * the texts there, so that a large page stays small here.
 */
export const pageTextScript = `(() => {
  const fields = 'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=image]):not([type=reset]), textarea, select';
  return {
    title: document.title.slice(0, ${longestTitle}),
    text: document.body === null ? '' : document.body.innerText.slice(0, ${longestText}),
    hasFields: [...document.querySelectorAll(fields)].slice(0, 100).some((field) => field.getClientRects().length > 0),
  };
})()`;

/** Checks what the script returned. */
export function readPageText(value: unknown): PageText | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('title' in value && 'text' in value && 'hasFields' in value)) return undefined;
  const { title, text, hasFields } = value;
  if (typeof title !== 'string' || typeof text !== 'string' || typeof hasFields !== 'boolean') return undefined;
  return { title: title.slice(0, longestTitle), text: text.slice(0, longestText), hasFields };
}
