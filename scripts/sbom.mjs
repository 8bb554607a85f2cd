// npm run sbom: the software bill of materials of what a package contains, as CycloneDX, in dist/sbom.cdx.json.
import { main } from './lib/project.mjs';
import { continueOnProjectNode, setUp } from './lib/setup.mjs';

await main(async () => {
  await setUp();
  return continueOnProjectNode('scripts/lib/write-sbom.mjs');
});
