/** A secret as it may lie about: plain, as Chromium's stores keep text, and inside a Basic header or other base64. */
export interface Forms {
  canary: string;
  forms: Buffer[];
}

export function formsOf(canary: string): Forms {
  const inBase64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(canary)]).toString('base64');
    // The first and last characters hold bits of what stands beside it.
    return Buffer.from(whole.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + canary.length) * 8) / 6)));
  });
  return { canary, forms: [Buffer.from(canary), Buffer.from(canary, 'utf16le'), ...inBase64] };
}

/** The canaries that are in `bytes`. */
export function findForms(all: readonly Forms[], bytes: Buffer): string[] {
  return all.filter(({ forms }) => forms.some((form) => bytes.includes(form))).map(({ canary }) => canary);
}
