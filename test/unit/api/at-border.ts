import { createBorder } from '../../../app/api/border.ts';
import { createKnownSecrets } from '../../../app/console/mask/known-secrets.ts';
import { createMasker } from '../../../app/console/mask/masker.ts';
import { createRedactor } from '../../../app/console/mask/redact.ts';
import type { HttpClient } from '../../../app/http/client.ts';

/** The border to the window of an app that knows these secrets, and what it learns as requests are made. */
export function atBorder(...secrets: string[]) {
  const known = createKnownSecrets();
  for (const secret of secrets) known.learn(secret);
  const border = createBorder(createRedactor(createMasker(known)));
  const learning = (http: HttpClient): HttpClient => ({
    ...http,
    exchanges: {
      begin: () => 0,
      record: () => undefined,
      learn: (more) => {
        for (const secret of more) if (secret !== undefined) known.learn(secret);
      },
    },
  });
  return { ...border, known, learning };
}
