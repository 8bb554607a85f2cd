import { expect, it } from 'vitest';
import { grants } from '../../../../../app/shared/connection/grant-names.ts';
import { hasCallback, usesField } from '../../../../../app/shared/connection/grants/definitions.ts';
import { requestStepSchema } from '../../../../../app/shared/contract/connections.ts';
import { newConnection } from '../../../../../renderer/connection/draft.ts';
import { grantViews } from '../../../../../renderer/connection/grants/grant-views.ts';
import { sectionsFor } from '../../../../../renderer/connection/more/sections.ts';
import { textOf } from '../../../../../renderer/messages/text.ts';

const drafts = grants.map((grant) => ({ ...newConnection(), grant }));
const stepsOf = (draft: (typeof drafts)[number]) => grantViews[draft.grant].steps(draft).map(({ step }) => step);

it('ends the list of every grant with the token, in the order in which main tells the steps', () => {
  for (const draft of drafts) {
    const steps = stepsOf(draft);
    expect(steps.at(-1)).toBe('token_received');
    expect(steps).toEqual(requestStepSchema.options.filter((step) => steps.includes(step)));
  }
});

it('opens a window for the grants whose response comes to the callback URL, and for no others', () => {
  for (const draft of drafts) expect(stepsOf(draft).includes('window_opened')).toBe(hasCallback(draft));
});

it('says what the dialog waits for where the user logs in without a window', () => {
  for (const draft of drafts) {
    const waitsElsewhere = stepsOf(draft).includes('waiting_for_login') && !hasCallback(draft);
    expect(grantViews[draft.grant].waiting !== undefined).toBe(waitsElsewhere);
  }
});

it('has a name of its own for each grant, and fields for what only that grant asks', () => {
  expect(new Set(grants.map((grant) => textOf(grantViews[grant].name))).size).toBe(grants.length);
  for (const draft of drafts) {
    const asksMore = usesField(draft, 'username') || usesField(draft, 'tokenSource');
    expect(grantViews[draft.grant].OwnFields !== undefined).toBe(asksMore);
  }
});

it('hides groups of OAuth1 that mean nothing without a login', () => {
  const oauth1 = { ...newConnection(), grant: 'oauth1' as const };
  expect(sectionsFor(oauth1)).toEqual(['client', 'window', 'urls', 'response', 'api', 'parameters']);
  expect(sectionsFor({ ...oauth1, tokenSource: 'own' })).toEqual(['urls', 'api']);
  expect(sectionsFor({ ...oauth1, tokenSource: 'none' })).toEqual(['api']);
});
