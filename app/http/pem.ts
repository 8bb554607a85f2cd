/** One PEM block (RFC 7468): `label` is the text after BEGIN, `content` is base64. */
export interface PemBlock {
  label: string;
  content: string;
}

const boundary = /-----(BEGIN|END) ((?:TRUSTED |X509 )?CERTIFICATE)-----/g;

/** The certificates in a text, ignoring anything between them. A single pass, however many BEGIN lines there are. */
export function pemCertificates(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  let begun: { label: string; from: number } | undefined;
  for (const { 0: line, 1: kind, 2: label = '', index } of text.matchAll(boundary)) {
    if (kind === 'BEGIN') begun = { label, from: index + line.length };
    else if (begun !== undefined) {
      blocks.push({ label: begun.label, content: text.slice(begun.from, index) });
      begun = undefined;
    }
  }
  return blocks;
}
