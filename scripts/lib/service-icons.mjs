// Puts the icons that presets name into the window: no others of simple-icons' thousands, and no file for each.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const iconsFile = /[\\/]renderer[\\/]badge[\\/]service-icons\.ts$/;
const simpleIcons = join(root, 'node_modules/simple-icons');
/** The package is CC0, but a few of its icons are not. These licences allow an icon to be shown without conditions. */
const free = ['CC0-1.0', 'Unlicense', 'MIT', 'Apache-2.0', 'BSD-3-Clause'];

/** The path of each icon in a square of 24, by slug. Throws an error that names a missing or restricted icon. */
export function iconsOf(slugs) {
  const facts = JSON.parse(readFileSync(join(simpleIcons, 'data/simple-icons.json'), 'utf8'));
  const restricted = new Map(
    facts
      .filter(({ license }) => license !== undefined && !free.includes(license.type))
      .map(({ slug, title, license }) => [slug ?? title.toLowerCase().replace(/[^a-z0-9]/g, ''), license.type]),
  );
  return Object.fromEntries(
    [...new Set(slugs)].sort().map((slug) => {
      const file = join(simpleIcons, 'icons', `${slug}.svg`);
      if (!existsSync(file)) throw new Error(`simple-icons has no icon ${slug}.`);
      if (restricted.has(slug))
        throw new Error(`The licence of the icon ${slug} restricts it: ${restricted.get(slug)}.`);
      return [slug, / d="([^"]+)"/.exec(readFileSync(file, 'utf8'))[1]];
    }),
  );
}

/** The icons that the presets of a folder name. */
function namedIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const { icon } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return icon === undefined ? [] : [icon];
    });
}

/** For Vite. */
export const serviceIconsForVite = {
  name: 'service-icons',
  enforce: 'pre',
  load: {
    filter: { id: iconsFile },
    handler() {
      const icons = iconsOf(namedIn(join(root, 'presets')));
      return { code: `export const serviceIcons = ${JSON.stringify(icons)};\n`, map: null, moduleType: 'js' };
    },
  },
};
