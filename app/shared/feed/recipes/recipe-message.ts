import type { recipes } from '../../messages/en/recipes.ts';
import { messageMaker } from '../../messages/message.ts';

/** A message of the recipes, which load later than others. */
export const recipeMessage = messageMaker<typeof recipes>();
