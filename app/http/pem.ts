/** One block of PEM (RFC 7468): `label` is what stands between BEGIN and the dashes, `content` base64. */
export interface PemBlock {
  label: string;
  content: string;
}

const boundary = /-----(BEGIN|END) ((?:TRUSTED |X509 )?CERTIFICATE)-----/g;

/** The certificates in a text, whatever stands between them. One pass over the text, however many BEGIN lines it has. */
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
