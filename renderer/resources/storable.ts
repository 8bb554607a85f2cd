import type { Resource } from '../../app/shared/resource/resource.ts';

/** What can be stored of a draft: a name that is empty keeps the old one, unnamed headers wait for their name. */
export const storable = (draft: Resource, stored: Resource): Resource => ({
  ...draft,
  name: draft.name.trim() === '' ? stored.name : draft.name.trim(),
  headers: draft.headers.filter((header) => header.name.trim() !== ''),
});
