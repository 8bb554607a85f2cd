import { type Html, html } from './html.ts';
import type { PageTexts } from './texts.ts';

/** The mark: a rising stack of bars. */
const mark = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
<rect x="1" y="1" width="22" height="22" rx="6" class="mark-ground"/>
<rect x="6" y="12.5" width="3" height="5.5" rx="1" class="mark-bar"/>
<rect x="10.5" y="9.5" width="3" height="8.5" rx="1" class="mark-bar"/>
<rect x="15" y="6" width="3" height="12" rx="1" class="mark-bar"/>
</svg>`;

/** The frame of every page. */
export function layout({ language, text }: PageTexts, title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text('practice.page.title', { title })}</title>
<link rel="icon" href="/practice.svg" type="image/svg+xml">
<link rel="stylesheet" href="/practice.css">
<script src="/practice.js" defer></script>
</head>
<body>
<div class="page">
<header class="brand">${mark}<span>${text('practice.page.brand')}</span></header>
<main class="card">
${content}
</main>
<footer>${text('practice.page.footer')}</footer>
</div>
</body>
</html>
`;
}

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect x="1" y="1" width="22" height="22" rx="6" fill="#0f766e"/><g fill="#fff"><rect x="6" y="12.5" width="3" height="5.5" rx="1"/><rect x="10.5" y="9.5" width="3" height="8.5" rx="1"/><rect x="15" y="6" width="3" height="12" rx="1"/></g></svg>`;
