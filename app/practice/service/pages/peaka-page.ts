import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import type { PageTexts } from './texts.ts';

/** `failed`: its login ended without tokens. */
export type ShownState = 'has_tokens' | 'waits' | 'failed' | 'values_only';

interface ShownConnection {
  id: string;
  name: string;
  typeLabel: string;
  state: ShownState;
  reading:
    | { outcome: 'read'; rows: number; wasRenewed: boolean }
    | { outcome: 'no_refresh_token' | 'burnt' | 'refused' }
    | undefined;
}

export interface PeakaPageOptions {
  action: string;
  projects: readonly { name: string; connections: readonly ShownConnection[] }[];
}

/** `/peaka/`: what the practice Peaka has, and whether it can read data with it. */
export function peakaPage(texts: PageTexts, { action, projects }: PeakaPageOptions): Html {
  const { text } = texts;
  return layout(
    texts,
    text('practice.page.peaka'),
    html`<h1>${text('practice.page.peaka')}</h1>
<p class="text">${text('practice.page.peaka.text')}</p>
${projects.map(
  ({ name, connections }) => html`<section>
<h2>${text('practice.page.peaka.project', { name })}</h2>
${
  connections.length === 0
    ? html`<p class="none">${text('practice.page.peaka.none')}</p>`
    : html`<ul class="held">
${connections.map((connection) => item(texts, action, connection))}</ul>`
}
</section>
`,
)}`,
  );
}

function item(texts: PageTexts, action: string, { id, name, typeLabel, state, reading }: ShownConnection): Html {
  const { text } = texts;
  const buttons = html`<form method="post" action="${action}" class="read">
<input type="hidden" name="id" value="${id}">
<button class="secondary" type="submit" name="action" value="read" aria-describedby="name-${id}">${text('practice.page.peaka.read')}</button>
<button class="secondary" type="submit" name="action" value="renew" aria-describedby="name-${id}">${text('practice.page.peaka.renew')}</button>
</form>`;
  const stateTexts = {
    waits: text('practice.page.peaka.waits'),
    failed: text('practice.page.peaka.failed'),
    values_only: text('practice.page.peaka.valuesOnly'),
  };
  return html`<li><span class="who"><strong id="name-${id}">${name}</strong><span>${typeLabel}</span></span>
${state === 'has_tokens' ? buttons : html`<p class="none">${stateTexts[state]}</p>`}
${reading && result(texts, reading)}</li>
`;
}

function result({ text }: PageTexts, reading: NonNullable<ShownConnection['reading']>): Html {
  if (reading.outcome !== 'read') {
    const refusals = {
      no_refresh_token: text('practice.page.peaka.noRefreshToken'),
      burnt: text('practice.page.peaka.burnt'),
      refused: text('practice.page.peaka.refused'),
    };
    return html`<p class="alert" role="alert">${refusals[reading.outcome]}</p>`;
  }
  const { rows, wasRenewed } = reading;
  return html`<p class="done" role="status">${
    wasRenewed ? text('practice.page.peaka.renewedAndRead', { rows }) : text('practice.page.peaka.rowsRead', { rows })
  }</p>`;
}
