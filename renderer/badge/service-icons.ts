/**
 * The icons of services: SVG paths in a square of 24, by the slugs that presets name. The build fills them in
 * (`scripts/lib/service-icons.mjs`).
 */
export const serviceIcons: Readonly<Record<string, string>> = {};
