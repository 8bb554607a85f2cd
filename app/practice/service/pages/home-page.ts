import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import type { PageTexts } from './texts.ts';

const resources = {
  sales: '/api/sales',
  inventory: '/api/inventory',
  profile: '/api/profile',
  large: '/api/large?rows=1000',
} as const;
const names = ['sales', 'inventory', 'profile', 'large'] as const;

/** `/`: the page for visitors who open the address by hand. */
export function homePage(texts: PageTexts, origin: string): Html {
  const { text, rich } = texts;
  return layout(
    texts,
    text('practice.page.home'),
    html`<h1>${text('practice.page.home.heading')}</h1>
<p class="text">${text('practice.page.home.text')}</p>
<h2>${text('practice.page.home.data')}</h2>
<ul class="plain">
${names.map((name) => html`<li><code>${resources[name]}</code><span>${text(`practice.page.home.${name}`)}</span></li>\n`)}</ul>
<p class="note">${rich('practice.page.home.note', { origin })}</p>
<p class="note"><a class="link" href="/peaka/">${text('practice.page.home.peaka')}</a></p>`,
  );
}
