// The second half of npm test, under Node 24. Every step runs, even after a failure; the last line is the count.
// `npm test -- unit lint` runs only those steps.
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { build } from './build.mjs';
import { installReaders } from './install-readers.mjs';
import { browserOrInstall, installedBrowser } from './platform.mjs';
import { main, memory, projectNode, root, say } from './project.mjs';
import { run } from './run.mjs';
import { countReports, failedFiles } from './test-counts.mjs';

const script = (path, ...args) => ({ command: projectNode, args: [join(root, 'node_modules', path), ...args] });

async function tool({ command, args }) {
  const { status } = await run(command, args);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0, failures: [] };
}

/** A failed file of tests that drive windows and processes runs once more, with a new app, unless many files fail. */
const mostFilesAgain = 4;

async function vitest(project) {
  const report = join(memory, `test-${project}.json`);
  const status = await runVitest(project, report);
  const failed = project === 'unit' ? [] : failedFiles(report);
  if (failed.length === 0 || failed.length > mostFilesAgain) return outcome(status, countReports(report));
  say(`\nOnce more, what failed: ${failed.join(', ')}`);
  const again = join(memory, `test-${project}-again.json`);
  const statusAgain = await runVitest(project, again, failed);
  return outcome(statusAgain, countReports(report, again));
}

function outcome(status, counts) {
  if (status !== 0 && counts.failed === 0)
    return { ...counts, failed: 1, failures: [`Vitest ended with ${status} (an error outside a test, see above)`] };
  return counts;
}

async function runVitest(project, report, files = []) {
  mkdirSync(memory, { recursive: true });
  rmSync(report, { force: true });
  const { command, args } = script(
    'vitest/vitest.mjs',
    'run',
    ...files,
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  return (await run(command, args)).status;
}

async function builds() {
  await build();
  return { passed: 1, failed: 0, skipped: 0, failures: [] };
}

async function browser() {
  const found = (await browserOrInstall()) ?? (await playwrightChromium());
  if (found) say(`Tests in a browser use ${found.name} (${found.path}).`);
  else say('No browser was found: run `npx playwright install chromium`, then npm test again.');
  return { passed: found ? 1 : 0, failed: found ? 0 : 1, skipped: 0, failures: [] };
}

/** If apt-get cannot install a browser, Playwright downloads a Chromium. */
async function playwrightChromium() {
  say('No browser was found: running `npx playwright install chromium` ...');
  const { command, args } = script('playwright/cli.js', 'install', 'chromium');
  const { status } = await run(command, args, { timeoutMs: 5 * 60 * 1000 });
  if (status !== 0) return undefined;
  const { chromium } = await import('playwright-core');
  process.env.TOKENBOARD_BROWSER = chromium.executablePath();
  return installedBrowser();
}

const steps = {
  build: builds,
  browser,
  types: () => tool(script('typescript/bin/tsc', '--noEmit')),
  lint: () => tool(script('@biomejs/biome/bin/biome', 'check', '.')),
  imports: () => tool(script('dependency-cruiser/bin/dependency-cruiser.mjs', 'app', 'renderer')),
  // Files, exports and packages that nothing uses.
  unused: () => tool(script('knip/bin/knip.js')),
  unit: () => vitest('unit'),
  integration: () => vitest('integration'),
  // The tests start their own display (test/e2e/display.ts).
  e2e: () => vitest('e2e'),
  readers: async () => {
    const missing = await installReaders();
    const counts = await vitest('readers');
    for (const each of missing) say(`Skipped, because it is not there: ${each}`);
    return counts;
  },
};
/** Installs hundreds of megabytes of other people's programs. */
const onlyByName = ['readers'];

await main(async () => {
  const chosen = process.argv.slice(2).filter((name) => name in steps);
  // Tests start programs by name: they must get the project's Node, not the machine's.
  process.env.PATH = [join(root, 'node_modules/.bin'), dirname(projectNode), process.env.PATH].join(delimiter);
  const results = [];
  for (const name of chosen.length > 0 ? chosen : Object.keys(steps).filter((each) => !onlyByName.includes(each))) {
    say(`\n── ${name} ──`);
    const started = Date.now();
    const counts = await steps[name]().catch((error) => {
      say(error.message);
      return { passed: 0, failed: 1, skipped: 0, failures: [error.message] };
    });
    results.push({ name, seconds: (Date.now() - started) / 1000, ...counts });
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  say('');
  for (const { name, seconds, passed, failed, skipped, failures, retried = [] } of results) {
    const counts = `${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`;
    say(`${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s   ${counts}`);
    for (const failure of failures) say(`             failed: ${failure.split('\n')[0]}`);
    for (const test of retried) say(`             passed on the second try: ${test.split('\n')[0]}`);
  }
  say(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0 ? 0 : 1;
});
