import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

const resources = [
  ['/api/sales', 'Orders and revenue by day and region'],
  ['/api/inventory', 'Items with stock, warehouse and suppliers'],
  ['/api/profile', 'The account that is logged in'],
  ['/api/large?rows=1000', 'As many rows as you ask for'],
] as const;

/** `/`: the page for visitors who open the address by hand. */
export function homePage(origin: string): Html {
  return layout(
    'Welcome',
    html`<h1>The practice service</h1>
<p class="text">Try logins here without registering an app anywhere. It supports OAuth 2 and OAuth 1, and its data requires a token.</p>
<h2>Data</h2>
<ul class="plain">
${resources.map(([path, text]) => html`<li><code>${path}</code><span>${text}</span></li>\n`)}</ul>
<p class="note">At <code>${origin}</code>, as JSON; the first three with <code>.xml</code> or <code>.csv</code> after the name too.</p>`,
  );
}
