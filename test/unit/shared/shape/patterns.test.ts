import { describe, expect, it } from 'vitest';
import { patternExample, patternsOf } from '../../../../app/shared/shape/patterns.ts';
import { valueTypes } from '../../../../app/shared/shape/shape.ts';

describe('patterns of values', () => {
  it.each(valueTypes)('are shown by an example of their own: %s', (type) => {
    const examples = patternsOf[type].map((pattern) => patternExample(type, pattern));
    expect(new Set(examples).size).toBe(patternsOf[type].length);
    expect(examples).not.toContain(undefined);
    expect(patternExample(type, 'constructor')).toBeUndefined();
  });
});
