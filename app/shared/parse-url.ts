/** Returns `undefined` if the text is not a URL. (`URL.parse` is too new for some browsers that run the renderer.) */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
