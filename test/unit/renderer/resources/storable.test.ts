import { describe, expect, it } from 'vitest';
import { newResource } from '../../../../renderer/actions/new-resource.ts';
import { storable } from '../../../../renderer/resources/storable.ts';

describe('what is saved of a resource while it is edited', () => {
  const stored = newResource({ name: 'Sales' });

  it('keeps the old name while the field is empty', () => {
    expect(storable({ ...stored, name: '  ' }, stored).name).toBe('Sales');
    expect(storable({ ...stored, name: ' Sales 2 ' }, stored).name).toBe('Sales 2');
  });

  it('leaves out headers that have no name yet', () => {
    const headers = [
      { name: 'Accept', value: 'text/csv', secret: false },
      { name: ' ', value: 'x', secret: false },
    ];
    expect(storable({ ...stored, headers }, stored).headers).toEqual(headers.slice(0, 1));
  });
});
