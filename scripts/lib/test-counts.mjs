// What a Vitest JSON report counts. A file that could not be loaded has no tests in it: it counts as one that failed.
import { readFileSync } from 'node:fs';

/** The files with failures; none if there is no report. */
export function failedFiles(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults.flatMap(({ name, status }) =>
      status === 'failed' ? [name] : [],
    );
  } catch {
    return [];
  }
}

/**
 * Counts a run and, where given, the second run of the files that failed in it: each file counts as its newest run had it,
 * and one that passed only then is named with what failed before.
 */
export function countReports(file, second) {
  const first = countReport(file);
  if (second === undefined) return first;
  const again = failedFiles(file);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const partOf = (which) => countResults(report.testResults.filter(({ name }) => again.includes(name) === which));
  const [kept, before, after] = [partOf(false), partOf(true), countReport(second)];
  return {
    passed: kept.passed + after.passed,
    failed: kept.failed + after.failed,
    skipped: kept.skipped + after.skipped,
    failures: [...kept.failures, ...after.failures],
    retried: before.failures.filter((name) => !after.failures.includes(name)),
  };
}

export function countReport(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: ['Vitest ended without a report'] };
  }
  return countResults(report.testResults);
}

function countResults(results) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const { name, status, assertionResults: tests } of results) {
    for (const test of tests) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') {
        counts.failed += 1;
        counts.failures.push(test.fullName);
      } else counts.skipped += 1;
    }
    if (status === 'failed' && tests.every((test) => test.status !== 'failed')) {
      counts.failed += 1;
      counts.failures.push(name);
    }
  }
  return counts;
}
