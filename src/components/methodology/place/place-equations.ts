import type { Factors } from '../../../catalog/factor-files.ts';

/** The equations of places in TeX, with their constants taken from the data. */
export function placeEquations({ facility }: Pick<Factors, 'facility'>) {
  return {
    mean: String.raw`\text{gCO}_2\text{e}_d \;=\; \sum_k s_k\,\frac{E_{k,d}}{3600}\,\bigl( H_{k,d} \cdot \mathrm{PUE}_{k,d} \cdot G_{k,d} + M_d \bigr), \qquad s_k \propto r_k^{-2}`,
    grid: String.raw`G_{k,d} = \Bigl(\sum_z w_{k,z}\,\bar{G}_z\Bigr)\; e^{${facility.grid.commonSdLn}\,\varepsilon_d}\; e^{\sigma_k\,\eta_{k,d} - v_k/2}, \quad \sigma_k^2 = v_k + ${facility.grid.placeSdLn}^2, \qquad \varepsilon, \eta \sim N(0, 1)`,
    water: String.raw`\text{mL per 1000 tokens} = \tfrac{1000}{3600}\,\bigl( E H \, w_\text{on site} + E H \,\mathrm{PUE}\; v_\text{electricity} \bigr)`,
  };
}
