/** Leads to the first field with a mistake, once it is drawn. */
export function showFirstMistake(fields: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const input = fields?.querySelector<HTMLElement>('[aria-invalid="true"]:not(:disabled), [data-mistake] button');
    input?.focus();
    input?.scrollIntoView({ block: 'center' });
  });
}
