/** `undefined` where the text is no URL. (`URL.parse` is too new for some browsers that the renderer runs in.) */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
