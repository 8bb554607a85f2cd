import { createRequire } from 'node:module';
import * as powerQueryParser from '@microsoft/powerquery-parser';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { powerQuery } from '../../../../app/resources/copy-as/power-query.ts';
import { powershell } from '../../../../app/resources/copy-as/powershell.ts';
import { type CopiedRequest, valuesOf } from '../../../../app/resources/copy-as/value.ts';
import { anyRequest } from './arbitrary-request.ts';

const origin = 'https://api.example.com';
const parser = { powershell: undefined as Parser | undefined };
beforeAll(async () => {
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');
  parser.powershell = new Parser();
  parser.powershell.setLanguage(await Language.load(grammar));
});

/** The texts of a request that a program must contain. */
const textsOf = (request: CopiedRequest): string[] =>
  valuesOf(request)
    .flat()
    .flatMap((part) => (typeof part === 'string' ? [part] : 'base64' in part ? [...part.base64] : []))
    .filter((part) => typeof part === 'string');

/** The texts of a program, as about_Quoting_Rules reads them: two quotes are one, of either shape. `+` joins texts. */
function textsOfPowershell(program: string): string {
  const part = /'((?:[^'\u2018-\u201b]|(['\u2018-\u201b])\2)*)'|\[char\](\d+)/g;
  let texts = '';
  let end = 0;
  for (const match of program.matchAll(part)) {
    const [whole, text = '', , code] = match;
    if (program.slice(end, match.index) !== ' + ') texts += '\0';
    texts += code === undefined ? text.replace(/(['\u2018-\u201b])\1/g, '$1') : String.fromCharCode(Number(code));
    end = match.index + whole.length;
  }
  return texts;
}

it('writes PowerShell that its grammar reads, with every text', () => {
  fc.assert(
    fc.property(anyRequest(origin), (request) => {
      const program = powershell(request);
      const tree = parser.powershell?.parse(program);
      expect(tree?.rootNode.hasError, program).toBe(false);
      const read = textsOfPowershell(program);
      for (const text of textsOf(request)) expect(read).toContain(text);
    }),
    { numRuns: 60 },
  );
});

it("writes Power Query M that Microsoft's parser reads, with every text", async () => {
  await fc.assert(
    fc.asyncProperty(anyRequest(origin), async (request) => {
      const program = powerQuery(request, 'json');
      const { resultKind } = await powerQueryParser.TaskUtils.tryLexParse(powerQueryParser.DefaultSettings, program);
      expect(resultKind, program).toBe('Ok');
      const read = program
        .replaceAll('""', '"')
        .replace(/#\(([0-9a-f]{4}|#)\)/g, (_, code: string) =>
          code === '#' ? '#' : String.fromCharCode(Number.parseInt(code, 16)),
        );
      for (const text of textsOf({ ...request, url: [] })) expect(read).toContain(text);
      expect(read).toContain(`"${origin}"`);
    }),
    { numRuns: 60 },
  );
});

it('splits a URL for Power Query, so that the Power BI service can refresh it', () => {
  const request: CopiedRequest = {
    method: 'GET',
    url: [
      'https://api.example.com/v1/sales%20x?from=2026-01-01&tag=a%26b&tag=c+d&key=',
      { variable: 'TOKENBOARD_KEY' },
    ],
    headers: [['Accept', ['application/json']]],
  };
  expect(powerQuery(request, 'csv')).toBe(`let
    TOKENBOARD_KEY = "",
    Source = Csv.Document(Web.Contents(
        "https://api.example.com",
        [
            RelativePath = "v1/sales%20x",
            Query = [#"from" = "2026-01-01", #"tag" = {"a&b", "c d"}, #"key" = TOKENBOARD_KEY],
            Headers = [#"Accept" = "application/json"]
        ]
    ), [Encoding = 65001])
in
    Source`);
});
