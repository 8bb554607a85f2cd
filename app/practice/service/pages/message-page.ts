import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

export interface Message {
  title: string;
  text: string;
  /** Details for developers. */
  details?: readonly string[] | undefined;
}

export function messagePage({ title, text, details = [] }: Message): Html {
  const lines = details.filter((line) => line !== '').map((line) => html`<code>${line}</code>\n`);
  return layout(
    title,
    html`<h1>${title}</h1>
<p class="text">${text}</p>
${lines.length > 0 ? html`<div class="details">${lines}</div>` : undefined}`,
  );
}
