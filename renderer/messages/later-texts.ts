import { currentLanguage } from '../../app/shared/messages/format.ts';
import { firstFrame } from './en/first-frame.ts';

/** The English texts. Those of `en/later.ts` join them after the first frame. */
export const english: Record<string, string> = { ...firstFrame };

let joined: Promise<void> | undefined;
let isWhole = false;

/** Resolves when `english` is whole. Rejects if the file cannot be read; a later call tries again. */
export function loadEnglish(): Promise<void> {
  joined ??= import('./en/later.ts').then(
    ({ later }) => {
      Object.assign(english, later);
      isWhole = true;
    },
    (error: unknown) => {
      joined = undefined;
      throw error;
    },
  );
  return joined;
}

/** Resolves when every text of the current language can be shown. Other languages are whole when they are set. */
export const loadLaterTexts = (): Promise<void> => (currentLanguage() === 'en' ? loadEnglish() : Promise.resolve());

/** Whether every text of the current language can be shown now. */
export const areTextsWhole = (): boolean => currentLanguage() !== 'en' || isWhole;
