import type { Factors } from '../../../catalog/method.ts';

/** The equations of places in TeX, with their constants taken from the data. */
export function placeEquations({ facility }: Pick<Factors, 'facility'>) {
  return {
    mixture: String.raw`\text{gCO}_2\text{e}_d \;=\; \frac{E_d(b_k)}{3600}\,\bigl( H_d \cdot \mathrm{PUE}_{k,d} \cdot G_{k,d} + M_d \bigr), \qquad k = k(d),\quad P(k) = 1/K`,
    grid: String.raw`G_{k,d} = \bar{G}_{z}\; e^{${facility.grid.sdLn.toFixed(2)}\,\varepsilon_d}, \qquad z = z(k,d),\quad P(z) = w_{k,z},\quad \varepsilon_d \sim N(0, 1)`,
    water: String.raw`\text{mL per 1000 tokens} = \tfrac{1000}{3600}\,\bigl( E H \, w_\text{on site} + E H \,\mathrm{PUE}\; v_\text{electricity} \bigr)`,
  };
}
