import { setTexts } from '../../app/shared/messages/format.ts';
import { english, loadEnglish } from '../../renderer/messages/later-texts.ts';

// Tests of the window's modules read its texts, as `renderer/messages/language.ts` sets them in the window.
await loadEnglish();
setTexts('en', english);
