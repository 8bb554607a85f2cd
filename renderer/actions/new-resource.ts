import type { Resource } from '../../app/shared/resource/resource.ts';
import { newId } from '../common/new-id.ts';

export const newResource = (facts: Partial<Resource> = {}): Resource => ({
  id: newId(),
  name: 'New resource',
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
