// npm run sbom: writes the bill of materials of a package, as CycloneDX, to dist/sbom.cdx.json.
import { main } from './lib/project.mjs';
import { continueOnProjectNode, setUp } from './lib/setup.mjs';

await main(async () => {
  await setUp();
  return continueOnProjectNode('scripts/lib/write-sbom.mjs');
});
