/** The tools that a feed is explained for, in the order of the window and of `tokenboard feeds use`. */
export const recipeTools = [
  'peakboard',
  'grafana',
  'powerBi',
  'excel',
  'tableau',
  'qlik',
  'superset',
  'homeAssistant',
  'nodeRed',
  'magicMirror',
  'xibo',
  'kiosk',
  'googleSheets',
  'lookerStudio',
  'curl',
  'python',
  'javascript',
  'powershell',
] as const;
export type RecipeTool = (typeof recipeTools)[number];
