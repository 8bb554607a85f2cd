/** The pages of the user guide in their order, each with a file in every language: `docs/guide/<language>/<page>.md`. */
export const guidePages = [
  'first-login',
  'own-service',
  'feeds',
  'peaka',
  'in-the-way',
  'company-network',
  'secrets',
] as const;
export type GuidePage = (typeof guidePages)[number];
