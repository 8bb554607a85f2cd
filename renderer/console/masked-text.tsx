import classes from './detail.module.css';

/** Main replaces a secret with four or more dots. */
const mask = /(•{3,})/;

export const hasMask = (text: string): boolean => mask.test(text);

/** A text that marks masked secrets. */
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
