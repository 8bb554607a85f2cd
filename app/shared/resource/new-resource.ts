import { noShape } from '../shape/shape.ts';
import { noReload } from './reload.ts';
import type { Resource } from './resource.ts';

/** A new resource: defaults, overridden by `facts`. */
export const newResource = (facts: Pick<Resource, 'id' | 'name'> & Partial<Resource>): Resource => ({
  url: '',
  offParameters: [],
  variables: {},
  timeZone: null,
  method: 'GET',
  body: { type: 'json', text: '', variables: '' },
  format: 'json',
  headers: [],
  authorization: { type: 'none' },
  dataPath: null,
  withParents: false,
  pages: null,
  shape: noShape,
  reload: noReload,
  view: null,
  chart: null,
  firstRow: 'auto',
  encoding: 'auto',
  secretValues: [],
  inTheOpen: [],
  ...facts,
});
