import type { AstroIntegration } from 'astro';
import { rangeStyles } from '../ui/chart/range-styles.ts';
import { paletteStyles } from '../ui/palette.ts';

/** Stylesheets that are made of what pictures are drawn from as well, by the name they are imported by. */
const STYLESHEETS: ReadonlyMap<string, () => string> = new Map([
  ['drawn:palette.css', paletteStyles],
  ['drawn:range.css', rangeStyles],
]);

/** Lets a layout import the stylesheets `drawn:palette.css` and `drawn:range.css`. */
export function drawnStyles(): AstroIntegration {
  return {
    name: 'drawn-styles',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'drawn-styles',
                resolveId: (id) => (STYLESHEETS.has(id) ? id : undefined),
                load: (id) => STYLESHEETS.get(id)?.(),
              },
            ],
          },
        });
      },
    },
  };
}
