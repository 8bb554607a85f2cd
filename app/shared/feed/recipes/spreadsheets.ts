import { powerQueryLiteral } from '../../power-query-literal.ts';
import { basicFields, keyOf, odataAddressOf, type Recipe, type RecipePart, type RecipeTarget } from './recipe.ts';
import { recipeMessage as message } from './recipe-message.ts';

/** Power Query M. The key is no part of it: the program asks for it, and keeps it apart. */
const query = ({ origin, feed }: RecipeTarget, isKeyInUrl: boolean): string =>
  [
    'let',
    '    Source = Json.Document(',
    '        Web.Contents(',
    `            ${powerQueryLiteral(origin)},`,
    `            [RelativePath = ${powerQueryLiteral(`feeds/${feed.name}.json`)}${isKeyInUrl ? ', ApiKeyName = "key"' : ''}]`,
    '        )',
    '    ),',
    // A row without one of the columns has an empty cell.
    `    Rows = Table.FromRecords(${feed.root === 'wrapped' ? 'Source[data]' : 'Source'}, null, MissingField.UseNull)`,
    'in',
    '    Rows',
  ].join('\n');

const powerQueryParts = (target: RecipeTarget): RecipePart[] => [
  { kind: 'text', title: message('recipes.part.powerQuery'), text: query(target, false) },
  {
    kind: 'fields',
    title: message('recipes.part.basic'),
    fields: basicFields(target, 'Basic: User name', 'Basic: Password'),
  },
  // The program sends its filters and sorts along, and reads large feeds in pages.
  {
    kind: 'fields',
    title: message('recipes.part.odata'),
    fields: [
      { label: 'URL', value: odataAddressOf(target) },
      ...basicFields(target, 'Basic: User name', 'Basic: Password'),
    ],
  },
  ...(target.feed.allowsKeyInUrl
    ? ([
        { kind: 'text', title: message('recipes.part.webApi'), text: query(target, true) },
        {
          kind: 'fields',
          title: message('recipes.part.webApiKey'),
          fields: [{ label: 'Web API: Key', value: keyOf(target) }],
        },
      ] satisfies RecipePart[])
    : []),
];

export const spreadsheets = {
  powerBi: {
    name: 'Power BI',
    needs: ['trust'],
    limits: message('recipes.powerBi.limits'),
    parts: powerQueryParts,
  },
  excel: { name: 'Excel', needs: ['trust'], limits: message('recipes.excel.limits'), parts: powerQueryParts },
  googleSheets: {
    name: 'Google Sheets',
    needs: [],
    limits: message('recipes.googleSheets.limits'),
    parts: () => [],
  },
  lookerStudio: {
    name: 'Looker Studio',
    needs: [],
    limits: message('recipes.lookerStudio.limits'),
    parts: () => [],
  },
} satisfies Record<string, Recipe>;
