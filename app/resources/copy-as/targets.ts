import type { CopiedField, CopyTarget } from '../../shared/copy-as.ts';
import type { Copy } from './copied-request.ts';
import { curl } from './curl.ts';
import { go } from './go.ts';
import { javascript } from './javascript.ts';
import { peakboard } from './peakboard.ts';
import { powerQuery } from './power-query.ts';
import { powershell } from './powershell.ts';
import { python } from './python.ts';

/** How each target is written: as a text, or as the fields of a dialog. */
export const writers: Record<CopyTarget, (copy: Copy) => string | CopiedField[]> = {
  curl: ({ request }) => curl(request),
  powershell: ({ request }) => powershell(request),
  python: ({ request }) => python(request),
  javascript: ({ request }) => javascript(request),
  go: ({ request }) => go(request),
  powerQuery: ({ request, resource }) => powerQuery(request, resource.format),
  peakboard,
};
