import { newResource as resourceWith } from '../../app/shared/resource/new-resource.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { newId } from '../common/new-id.ts';
import { text } from '../messages/text.ts';

export const newResource = (facts: Partial<Resource> = {}): Resource =>
  resourceWith({ id: newId(), name: text('resourcePage.newName'), ...facts });
