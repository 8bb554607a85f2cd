import { RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { Run } from '../context.ts';
import { everyCommand, shells, wordsAfter } from '../facts.ts';

/** Prints a script for a shell: https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html */
export const completion: Run = async (context, [shell = '']) => {
  const known = shells.find((each) => each === shell.toLowerCase());
  if (known === undefined)
    throw new RequestError('local.usage', message('cli.completion.shells', { shells: shells.join(', ') }));
  const script = scripts[known]();
  await (context.isJson ? context.printJson({ shell: known, script }) : context.print(script));
};

const paths = (): string[] => everyCommand().map(({ path }) => path);

/** The lines of a `case`, one for each path. */
const cases = (line: (path: string, words: string) => string): string =>
  ['', ...paths()].map((path) => line(path, wordsAfter(path).join(' '))).join('\n');

const bash = (): string => `# tokenboard: eval "$(tokenboard completion bash)"
_tokenboard() {
  local path= next i words
  for ((i = 1; i < COMP_CWORD; i++)); do
    next="\${path:+$path }\${COMP_WORDS[i]}"
    case "$next" in
      ${paths()
        .map((path) => `'${path}'`)
        .join('|')}) path=$next ;;
    esac
  done
  case "$path" in
${cases((path, words) => `    '${path}') words='${words}' ;;`)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _tokenboard tokenboard
`;

const scripts: Record<(typeof shells)[number], () => string> = {
  bash,
  zsh: () => `# tokenboard: eval "$(tokenboard completion zsh)"
autoload -U +X bashcompinit && bashcompinit
${bash()}`,
  fish: () => `# tokenboard: tokenboard completion fish | source
function __tokenboard_words
  set -l path ''
  for word in (commandline -opc)[2..]
    set -l next (string trim -- "$path $word")
    switch $next
      case ${paths()
        .map((path) => `'${path}'`)
        .join(' ')}
        set path $next
    end
  end
  switch $path
${cases((path, words) => `    case '${path}'\n      string split ' ' -- '${words}'`)}
  end
end
complete -c tokenboard -a '(__tokenboard_words)'
`,
  powershell: () => `# tokenboard: tokenboard completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName tokenboard -ScriptBlock {
  param($word, $ast, $position)
  $words = @{
${cases((path, words) => `    '${path}' = '${words}'`)}
  }
  $path = ''
  foreach ($element in $ast.CommandElements | Select-Object -Skip 1) {
    if ($element.Extent.EndOffset -ge $position) { break }
    $next = "$path $element".Trim()
    if ($words.ContainsKey($next)) { $path = $next }
  }
  $words[$path] -split ' ' | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
};
