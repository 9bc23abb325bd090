import type { Factors } from '../../catalog/method.ts';

/** The equations of the method in TeX, with their constants taken from the data. */
export function equations({ accelerator, price }: Factors) {
  const line = (side: 'out' | 'in', { intercept, slope }: { intercept: number; slope: number }) =>
    String.raw`\ln E_\text{${side}} = ${intercept.toFixed(3)} + ${slope.toFixed(3)} \ln p_\text{${side}}`;
  return {
    figure: String.raw`\text{gCO}_2\text{e} \;=\; \frac{E}{3600}\,\bigl( H \cdot \mathrm{PUE} \cdot G \;+\; M \bigr)`,
    outputEnergy: String.raw`E_\text{out} = \frac{n\,r\,\bigl(a_0 + a_L L\,(1 + c\,[\text{8-bit mixture}])\bigr)}{B} + e_b\Bigl(\frac{W}{B} + K\Bigr) + 2A\,e_f\,q\,m + e_h L_h`,
    weightsRead: String.raw`W = \bigl(S_0 + X\,(1-(1-s)^B)\bigr)\,\tfrac{\text{bits}}{8}`,
    cacheRead: String.raw`K = 2 \sum_\text{layers} d_{kv}\,\min(C, w)`,
    inputEnergy: String.raw`E_\text{in} = 2A\,p_f\,p_g\,q\,(${accelerator.fixed.expertsPrefillMultiplier}\;\text{for mixtures})`,
    outputFromPrice: line('out', price.output),
    inputFromPrice: line('in', price.input),
  };
}
