import { originOf } from '../../shared/feed/address.ts';
import {
  type Recipe,
  type RecipeNeed,
  type RecipePart,
  type RecipeTarget,
  unmetNeeds,
} from '../../shared/feed/recipes/recipe.ts';
import { recipeMessage } from '../../shared/feed/recipes/recipe-message.ts';
import { recipes } from '../../shared/feed/recipes/recipes.ts';
import { recipeTools } from '../../shared/feed/recipes/tools.ts';
import { message } from '../../shared/messages/message.ts';
import { requireNamed } from '../../shared/require-named.ts';
import type { Context, Run } from '../context.ts';
import { tableText } from '../table.ts';
import { feedNamed } from './feeds.ts';

const sentenceOf = (need: RecipeNeed) => recipeMessage(`recipes.need.${need}`);

/** The text that makes a tool read a feed. Without a tool: the tools. */
export const useFeed: Run<{ key?: boolean }> = async (context, [feedText, toolText], { key }) => {
  if (feedText === undefined || toolText === undefined) return listTools(context);
  const id = requireNamed(
    recipeTools.map((each) => ({ id: each, name: recipes[each].name })),
    toolText,
  ).id;
  const recipe = recipes[id];
  const { feed } = await feedNamed(context, feedText);
  const session = await context.session();
  const { server } = await session.call('feeds.list', {});
  const { textOf } = await context.texts();
  const target: RecipeTarget = { feed, origin: originOf(server), key: null, encryption: server.settings.encryption };
  const isReadable = recipe.parts(target).length > 0;
  if (key === true && isReadable) {
    const created = await session.call('feeds.createKey', { feedId: feed.id, name: recipe.name, expiresAt: null });
    target.key = created.secret;
  }
  const parts = recipe.parts(target);
  const needs = unmetNeeds(recipe, feed, server.settings);
  if (context.isJson)
    return context.printJson({
      tool: id,
      name: recipe.name,
      feed: feed.name,
      limits: textOf(recipe.limits),
      needs: needs.map((need) => ({ need, message: textOf(sentenceOf(need)) })),
      hasKey: target.key !== null,
      parts: parts.map((part) => ({ ...part, title: textOf(part.title) })),
    });
  await context.tell(message('cli.feeds.use.limits', { tool: recipe.name, text: recipe.limits }));
  for (const need of isReadable ? needs : [])
    await context.tell(message('cli.feeds.use.need', { text: sentenceOf(need) }));
  await printParts(context, parts);
  if (!isReadable) return;
  await context.tell(
    target.key === null ? message('cli.feeds.use.noKey', { feed: feed.name, tool: id }) : message('cli.keys.once'),
  );
};

/** The texts on the standard output, to copy or to write to a file; their titles beside it. */
async function printParts(context: Context, parts: readonly RecipePart[]): Promise<void> {
  for (const [index, part] of parts.entries()) {
    context.stderr.write('\n');
    await context.tell(message('cli.feeds.use.part', { title: part.title }));
    if (index > 0) await context.print('\n');
    await context.print(
      part.kind === 'text'
        ? `${part.text}\n`
        : tableText(part.fields.map(({ label, value }) => [label, value === '' ? '–' : value])),
    );
  }
  if (parts.length > 0) context.stderr.write('\n');
}

async function listTools(context: Context): Promise<void> {
  const { textOf } = await context.texts();
  const tools: readonly (Recipe & { id: string })[] = recipeTools.map((id) => ({ id, ...recipes[id] }));
  if (context.isJson)
    return context.printJson(tools.map(({ id, name, limits }) => ({ tool: id, name, limits: textOf(limits) })));
  await context.print(
    tableText([
      [textOf(message('cli.column.tool')), 'ID', ''],
      ...tools.map(({ id, name, limits }) => [name, id, textOf(limits)]),
    ]),
  );
}
