import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countReport, countReports, failedFiles } from '../../../scripts/lib/test-counts.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-counts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function report(testResults: unknown[]): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ testResults }));
  return file;
}
const test = (status: string, fullName = status) => ({ status, fullName });

it('counts what passed, failed and was skipped', () => {
  const file = report([
    { name: 'a.test.ts', status: 'passed', assertionResults: [test('passed'), test('passed'), test('pending')] },
    { name: 'b.test.ts', status: 'failed', assertionResults: [test('failed', 'does the thing'), test('todo')] },
  ]);
  expect(countReport(file)).toEqual({ passed: 2, failed: 1, skipped: 2, failures: ['does the thing'] });
});

it('counts the second run of a file that failed instead of its first, and names what passed only then', () => {
  const results = (...tests: unknown[]) => ({ name: 'b.test.ts', status: 'failed', assertionResults: tests });
  const first = report([
    { name: 'a.test.ts', status: 'passed', assertionResults: [test('passed')] },
    results(test('passed'), test('failed', 'shaky'), test('failed', 'broken')),
  ]);
  expect(failedFiles(first)).toEqual(['b.test.ts']);
  const second = join(folder, 'second.json');
  const again = results(test('passed'), test('passed', 'shaky'), test('failed', 'broken'));
  writeFileSync(second, JSON.stringify({ testResults: [again] }));
  const counts = countReports(first, second);
  expect(counts).toEqual({ passed: 3, failed: 1, skipped: 0, failures: ['broken'], retried: ['shaky'] });
  expect(countReports(first, join(folder, 'none.json')).failed).toBe(1);
});

it('counts a file that could not be loaded as a failure, though it has no tests', () => {
  const file = report([{ name: 'broken.test.ts', status: 'failed', assertionResults: [] }]);
  expect(countReport(file)).toEqual({ passed: 0, failed: 1, skipped: 0, failures: ['broken.test.ts'] });
});

it('counts a failed hook, where every test of the file passed', () => {
  const file = report([{ name: 'hook.test.ts', status: 'failed', assertionResults: [test('passed')] }]);
  expect(countReport(file)).toMatchObject({ passed: 1, failed: 1 });
});

it('counts a missing report as a failure', () => {
  expect(countReport(join(folder, 'none.json'))).toMatchObject({ passed: 0, failed: 1 });
});
