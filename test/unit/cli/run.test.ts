import { spawnSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import { everyCommand } from '../../../app/cli/facts.ts';
import { loaders } from '../../../app/cli/loaders.ts';
import { runCommandLine } from '../../../app/cli/run.ts';
import { setTexts } from '../../../app/shared/messages/format.ts';
import { english } from '../../../renderer/messages/later-texts.ts';

// The command line set the language of the texts; the tests of the window share them.
afterEach(() => setTexts('en', english));

async function run(language: string, ...args: string[]) {
  const output = { stdout: '', stderr: '' };
  const collect = (name: 'stdout' | 'stderr') => {
    const stream = new PassThrough();
    stream.on('data', (bytes: Buffer) => {
      output[name] += bytes.toString();
    });
    return stream;
  };
  const code = await runCommandLine({
    args,
    stdin: new PassThrough(),
    stdout: collect('stdout'),
    stderr: collect('stderr'),
    environment: { LANG: language },
    signal: new AbortController().signal,
    startAlone: () => Promise.reject(new Error('not needed')),
  });
  return { code, ...output };
}

it('shows its help in the user’s language, on the standard output', async () => {
  const german = await run('de_CH.UTF-8', '--help');
  expect(german).toMatchObject({ code: 0, stderr: '' });
  expect(german.stdout).toContain('Verbindungen und Ressourcen auflisten');
  expect((await run('en_US.UTF-8', 'token', '--help')).stdout).toContain('How long the token must be valid');
});

it.each([
  [['tokn'], 'There is no command “tokn”.'],
  [['token'], 'The argument “connection” is missing.'],
  [['token', 'a', 'b'], 'too many arguments'],
  [['list', '--nothing'], 'There is no option “--nothing”.'],
  [['token', 'a', '--min-valid'], 'needs a value'],
  [['get', 'a', '--format', 'xml'], 'does not have this value'],
  [['feeds', 'publsh'], 'There is no command “publsh”.'],
])('says in a sentence what is wrong with %j', async (args, sentence) => {
  const wrong = await run('en_US.UTF-8', ...args);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain(sentence);
});

it('tells errors as JSON where JSON is asked for', async () => {
  const { stdout, stderr } = await run('en_US.UTF-8', 'tokn', '--json');
  expect([stdout, JSON.parse(stderr).error.code]).toEqual(['', 'local.usage']);
});

it.each(['bash', 'zsh', 'fish', 'powershell'])('completes every command in %s', async (shell) => {
  const { code, stdout } = await run('en_US.UTF-8', 'completion', shell);
  expect(code).toBe(0);
  for (const { path } of everyCommand()) expect(stdout).toContain(path);
});

it('completes words in bash', async () => {
  const { stdout } = await run('en_US.UTF-8', 'completion', 'bash');
  const completed = (...words: string[]): string[] => {
    const list = words.map((word) => `'${word}'`).join(' ');
    const script = `${stdout}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _tokenboard; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim().split('\n');
  };
  expect(completed('tokenboard', 'pre')).toEqual(['presets']);
  expect(completed('tokenboard', 'feeds', 'pub')).toEqual(['publish']);
  expect(completed('tokenboard', 'get', 'x', '--fo')).toEqual(['--format']);
});

it('prints a manual page of every command and exit code', async () => {
  const { stdout } = await run('C', 'man');
  expect(stdout).toMatch(/^\.TH TOKENBOARD 1 /);
  for (const { path, commands } of everyCommand())
    if (commands === undefined) expect(stdout).toContain(`tokenboard ${path.replaceAll('-', '\\-')}`);
  expect(stdout.split('\n').filter((line) => /^[.'](?!TH|SH|SS|TP|B |I )/.test(line))).toEqual([]);
});

it('has something to run for each command, and nothing else', () => {
  const runnable = everyCommand().flatMap(({ path, commands }) => (commands === undefined ? [path] : []));
  // A server does not end with a command: `cli.ts` starts it instead.
  const apart = ['serve', 'install-service'];
  expect([...Object.keys(loaders), ...apart].toSorted()).toEqual(runnable.toSorted());
});
