/** Every package contains Electron itself, beside the bundles. */
const always = ['electron'];

/**
 * What ships, out of npm's list of what is installed (CycloneDX 1.5). `licences`: the packages that the build holds.
 * Throws where one of those is not in npm's list.
 */
export function shippedSbom(sbom, licences) {
  const shipped = new Set(licences.map(({ name, version }) => `${name}@${version}`));
  const isShipped = ({ name, version }) => shipped.has(`${name}@${version}`) || always.includes(name);
  const components = sbom.components.filter(isShipped).map(asRuntime);
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const missing = [...shipped].filter((each) => !listed.has(each));
  if (missing.length > 0) throw new Error(`npm does not list what the build holds: ${missing.join(', ')}`);
  const { component } = sbom.metadata;
  const references = new Set([component['bom-ref'], ...components.map((each) => each['bom-ref'])]);
  return {
    ...sbom,
    metadata: { ...sbom.metadata, component: { ...component, type: 'application', name: 'tokenboard' } },
    components,
    dependencies: sbom.dependencies
      .filter(({ ref }) => references.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => references.has(each)) })),
  };
}

/** For npm all of them are development dependencies, because they are bundled. */
const asRuntime = ({ properties = [], ...component }) => ({
  ...component,
  properties: properties.filter(({ name }) => name !== 'cdx:npm:package:development'),
});
