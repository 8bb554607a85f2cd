import type { Resource } from '../../app/shared/resource/resource.ts';

/** The part of a draft that can be stored: an empty name keeps the old one, and headers without a name are left out. */
export const storable = (draft: Resource, stored: Resource): Resource => ({
  ...draft,
  name: draft.name.trim() === '' ? stored.name : draft.name.trim(),
  headers: draft.headers.filter((header) => header.name.trim() !== ''),
});
