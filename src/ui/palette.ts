/**
 * The site's colours, by what they are for: on light ground and on dark. Two: ink, and one red that
 * means "the median" and otherwise only "here".
 */
export const PALETTE = {
  paper: { light: '#ffffff', dark: '#131517' },
  ink: { light: '#16181b', dark: '#eae8e4' },
  'ink-2': { light: '#4a5057', dark: '#b4b8bb' },
  'ink-3': { light: '#666c73', dark: '#90969b' },
  bar: { light: '#767f88', dark: '#828b94' },
  accent: { light: '#b3261e', dark: '#ff7a68' },
  tint: { light: '#f3f4f5', dark: '#1c1f22' },
  hair: { light: '#d3d6d9', dark: '#33383c' },
  grid: { light: '#e6e8ea', dark: '#262a2d' },
} as const;

export type Colour = keyof typeof PALETTE;

/** The colours of pictures, which other people's pages show: always ink on paper. */
export function onPaper(colour: Colour): string {
  return PALETTE[colour].light;
}

/** The stylesheet that names the colours: `--ink` and so on, light or dark as the ground is. */
export function paletteStyles(): string {
  const colours = Object.entries(PALETTE).map(
    ([name, { light, dark }]) => `--${name}: light-dark(${light}, ${dark});`,
  );
  return `:root { ${colours.join(' ')} }`;
}
