/** Whether a pasted text may be a request: what reads it loads only then. */
export const looksLikeRequest = (text: string): boolean =>
  /^\s*(?:[$>]\s*)?(?:curl(?:\.exe)?\s|(?:(?:const|let|var)\s+[\w$]+\s*=\s*)?(?:await\s+)?(?:window\.|globalThis\.)?fetch\(|(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \t]+\S)/.test(
    text,
  );
