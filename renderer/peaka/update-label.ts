import { needsLoginForPeaka, type PeakaLink } from '../../app/shared/peaka/link.ts';
import { text } from '../messages/text.ts';

/** The words of the button that sends Peaka the current values. Say so if it starts a login. */
export const updateLabel = (link: PeakaLink): string =>
  needsLoginForPeaka(link) ? text('peaka.link.logInAgain') : text('peaka.link.update');
