import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import type { PageTexts } from './texts.ts';

export interface MessagePageOptions {
  title: string;
  text: string;
  /** Details for developers. */
  details?: readonly string[] | undefined;
}

/** `title` and `text` are in the language of `texts`. */
export function messagePage(texts: PageTexts, { title, text, details = [] }: MessagePageOptions): Html {
  const lines = details.filter((line) => line !== '').map((line) => html`<code>${line}</code>\n`);
  return layout(
    texts,
    title,
    html`<h1>${title}</h1>
<p class="text">${text}</p>
${lines.length > 0 ? html`<div class="details">${lines}</div>` : undefined}`,
  );
}
