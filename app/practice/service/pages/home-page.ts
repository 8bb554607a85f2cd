import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import type { PageTexts } from './texts.ts';

const resources = {
  sales: '/api/sales',
  inventory: '/api/inventory',
  profile: '/api/profile',
  stations: '/api/stations',
  inspections: '/api/inspections',
  maintenance: '/api/maintenance',
  ledger: '/api/ledger',
  umsatz: '/api/umsatz.csv',
  sensors: '/api/sensors.xml?count=12',
  orders: '/api/orders?page=1&per_page=50',
  machines: '/api/machines?offset=0&limit=50',
  events: '/api/events?cursor=&limit=100',
  customers: '/api/customers?per_page=30',
  shipments: '/api/shipments?limit=20',
  products: '/api/products?$top=20',
  tickets: 'POST /api/graphql',
  readings: '/api/readings?rows=30&pause=200',
  large: '/api/large?rows=1000',
} as const;
const names = [
  'sales',
  'inventory',
  'profile',
  'stations',
  'inspections',
  'maintenance',
  'ledger',
  'umsatz',
  'sensors',
  'orders',
  'machines',
  'events',
  'customers',
  'shipments',
  'products',
  'tickets',
  'readings',
  'large',
] as const;

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
