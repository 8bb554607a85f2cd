import classes from './detail.module.css';

/** Main puts four dots or more in the place of a secret. */
const mask = /(•{3,})/;

export const hasMask = (text: string): boolean => mask.test(text);

/** A text in which the places of secrets are marked as such. */
export function MaskedText({ text }: { text: string }) {
  if (!hasMask(text)) return text;
  let at = 0;
  return text.split(mask).map((part) => {
    const key = at;
    at += part.length;
    return mask.test(part) ? (
      <span key={key} className={classes.masked}>
        {part}
      </span>
    ) : (
      part
    );
  });
}
