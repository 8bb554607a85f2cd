import { expect, it } from 'vitest';
import { shippedSbom } from '../../../scripts/lib/sbom.mjs';

const component = (name: string, version: string, development = true) => ({
  'bom-ref': `${name}@${version}`,
  type: 'library',
  name,
  version,
  hashes: [{ alg: 'SHA-512', content: '00' }],
  properties: development ? [{ name: 'cdx:npm:package:development', value: 'true' }] : [],
});
const installed = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  metadata: { component: { 'bom-ref': 'tokenboard@0.1.0', type: 'library', name: 'checkout', version: '0.1.0' } },
  components: [
    component('electron', '45.4.1'),
    component('undici', '8.12.4'),
    component('undici', '7.0.0'),
    component('vitest', '5.1.1'),
  ],
  dependencies: [
    { ref: 'tokenboard@0.1.0', dependsOn: ['electron@45.4.1', 'undici@8.12.4', 'vitest@5.1.1'] },
    { ref: 'undici@8.12.4', dependsOn: [] },
    { ref: 'vitest@5.1.1', dependsOn: ['undici@7.0.0'] },
  ],
};

it('lists what ships, in the version that ships, and nothing that only builds or tests [58]', () => {
  const sbom = shippedSbom(installed, [{ name: 'undici', version: '8.12.4' }]);
  expect(sbom.components.map((each: { 'bom-ref': string }) => each['bom-ref'])).toEqual([
    'electron@45.4.1',
    'undici@8.12.4',
  ]);
  expect(sbom.components[1]).toMatchObject({ hashes: [{ alg: 'SHA-512' }], properties: [] });
  expect(sbom.metadata.component).toMatchObject({ type: 'application', name: 'tokenboard', version: '0.1.0' });
  expect(sbom.dependencies).toEqual([
    { ref: 'tokenboard@0.1.0', dependsOn: ['electron@45.4.1', 'undici@8.12.4'] },
    { ref: 'undici@8.12.4', dependsOn: [] },
  ]);
});

it('fails where npm does not list a package that the build holds', () => {
  expect(() => shippedSbom(installed, [{ name: 'left-pad', version: '1.0.0' }])).toThrow('left-pad@1.0.0');
});
