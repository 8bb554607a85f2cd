import type { GrantView } from './grant-view.ts';
import { tokenStep } from './steps.ts';

export const clientCredentialsView: GrantView = {
  name: 'Client credentials',
  inLine: 'client credentials',
  sentence: 'Nobody logs in. The app itself has access, so this suits data that belongs to no single person.',
  hint: 'Nobody logs in: the data belongs to the app.',
  steps: () => [tokenStep],
};
