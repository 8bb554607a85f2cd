import { dashboards } from './dashboards.ts';
import { home } from './home.ts';
import { programs } from './programs.ts';
import type { Recipe } from './recipe.ts';
import { spreadsheets } from './spreadsheets.ts';
import type { RecipeTool } from './tools.ts';

/** How each tool reads a feed. A tool without its facts does not compile. */
export const recipes: Record<RecipeTool, Recipe> = { ...dashboards, ...spreadsheets, ...home, ...programs };
