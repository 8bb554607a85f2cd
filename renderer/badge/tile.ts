/** Which ink is legible on a tile of this colour: WCAG relative luminance. */
export function inkOn(color: string): '#ffffff' | '#000000' {
  const channel = (start: number): number => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  // White reaches a contrast of 4.5 up to a luminance of 0.183.
  return luminance > 0.183 ? '#000000' : '#ffffff';
}

/** One or two letters for a thing without a preset. */
export function lettersOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '', second = ''] = words;
  return (second === '' ? [...first].slice(0, 2).join('') : `${[...first][0]}${[...second][0]}`).toUpperCase();
}
