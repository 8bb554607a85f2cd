import { jsonQuoted, powershellQuoted, shellQuoted } from './quote.ts';
import { addressOf, authorityFile, bearer, type Recipe, type RecipeTarget } from './recipe.ts';
import { recipeMessage as message } from './recipe-message.ts';

const lines = (...parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join('\n');

/** A line of a shell that prints a feed. */
export const curlLine = (target: RecipeTarget): string =>
  [
    'curl --fail',
    ...(target.encryption === 'own' ? [`--cacert ${authorityFile}`] : []),
    `--header ${shellQuoted(`Authorization: ${bearer(target)}`)}`,
    shellQuoted(addressOf(target)),
  ].join(' ');

/** requests and pandas. */
const python = (target: RecipeTarget): string =>
  lines(
    'import requests',
    '',
    'response = requests.get(',
    `    ${jsonQuoted(addressOf(target))},`,
    `    headers={"Authorization": ${jsonQuoted(bearer(target))}},`,
    target.encryption === 'own' && `    verify="${authorityFile}",`,
    '    timeout=60,',
    ')',
    'response.raise_for_status()',
    target.feed.root === 'wrapped' ? 'rows = response.json()["data"]' : 'rows = response.json()',
  );

const pandas = (target: RecipeTarget): string =>
  lines(
    'import pandas as pd',
    '',
    'table = pd.read_csv(',
    `    ${jsonQuoted(addressOf(target, 'csv'))},`,
    `    storage_options={"Authorization": ${jsonQuoted(bearer(target))}},`,
    target.feed.csv.delimiter !== 'comma' && `    sep=${target.feed.csv.delimiter === 'tab' ? '"\\t"' : '";"'},`,
    ')',
  );

const javascript = (target: RecipeTarget): string =>
  lines(
    `const response = await fetch(${jsonQuoted(addressOf(target))}, {`,
    `  headers: { Authorization: ${jsonQuoted(bearer(target))} },`,
    '});',
    'if (!response.ok) throw new Error(String(response.status));',
    target.feed.root === 'wrapped'
      ? 'const { data: rows } = await response.json();'
      : 'const rows = await response.json();',
  );

const powershell = (target: RecipeTarget): string =>
  lines(
    `$headers = @{ Authorization = ${powershellQuoted(bearer(target))} }`,
    `$rows = Invoke-RestMethod -Uri ${powershellQuoted(addressOf(target))} -Headers $headers`,
    target.feed.root === 'wrapped' && '$rows = $rows.data',
  );

export const programs = {
  curl: {
    name: 'curl',
    needs: ['trust'],
    limits: message('recipes.curl.limits'),
    parts: (target) => [{ kind: 'text', title: message('recipes.part.terminal'), text: curlLine(target) }],
  },
  python: {
    name: 'Python',
    needs: ['trust'],
    limits: message('recipes.python.limits'),
    parts: (target) => [
      { kind: 'text', title: message('recipes.part.requests'), text: python(target) },
      { kind: 'text', title: message('recipes.part.pandas'), text: pandas(target) },
    ],
  },
  javascript: {
    name: 'JavaScript',
    needs: ['trust'],
    limits: message('recipes.javascript.limits'),
    parts: (target) => [{ kind: 'text', title: message('recipes.part.program'), text: javascript(target) }],
  },
  powershell: {
    name: 'PowerShell',
    needs: ['trust'],
    limits: message('recipes.powershell.limits'),
    parts: (target) => [{ kind: 'text', title: message('recipes.part.program'), text: powershell(target) }],
  },
} satisfies Record<string, Recipe>;
