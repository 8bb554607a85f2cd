// What a Vitest JSON report counts. A file that could not be loaded has no tests in it: it counts as one that failed.
// A test that passed only when it was tried again keeps what its first try threw: it is named, so that nobody overlooks it.
import { readFileSync } from 'node:fs';

export function countReport(file) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [], retried: [] };
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { ...counts, failed: 1, failures: ['Vitest ended without a report'] };
  }
  for (const { name, status, assertionResults: tests } of report.testResults) {
    for (const test of tests) {
      if (test.status === 'passed') {
        counts.passed += 1;
        if (test.failureMessages.length > 0) counts.retried.push(`${test.fullName}: ${test.failureMessages[0]}`);
      } else if (test.status === 'failed') {
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
