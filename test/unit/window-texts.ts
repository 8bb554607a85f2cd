import { setTexts } from '../../app/shared/messages/format.ts';
import { en } from '../../renderer/messages/en/index.ts';

// Tests of the window's modules read its texts, as `renderer/messages/language.ts` sets them in the window.
setTexts('en', en);
