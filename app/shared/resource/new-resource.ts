import type { Resource } from './resource.ts';

/** A resource with the defaults of a new one, but for what is given. */
export const newResource = (facts: Pick<Resource, 'id' | 'name'> & Partial<Resource>): Resource => ({
  url: '',
  format: 'json',
  headers: [],
  authorization: { type: 'none' },
  dataPath: null,
  view: null,
  firstRow: 'auto',
  encoding: 'auto',
  secretValues: [],
  inTheOpen: [],
  ...facts,
});
