import type { Factors } from '../../catalog/factor-files.ts';

/** The equations of the method in TeX, with their constants taken from the data. */
export function equations({ price }: Factors) {
  const { line, withCapacity, request, closed } = price;
  return {
    figure: String.raw`\text{gCO}_2\text{e} \;=\; \frac{E}{3600}\,\bigl( H \cdot \mathrm{PUE} \cdot G \;+\; M \bigr)`,
    outputEnergy: String.raw`E_\text{out} = f_a\,(u\,F + v\,R)`,
    restEnergy: String.raw`R = \frac{n\,d_s\,f_s\,g\,\bigl(a_0 + a_L L\,(1 + c\,[\text{8-bit mixture}])\bigr)}{B} + e_b\Bigl(\frac{W}{B} + K\Bigr) + x\,F + e_h L_h`,
    computeEnergy: String.raw`F = 2A\,e_f\,f_c\,q \qquad x = m_o \Bigl(\frac{8\,n}{B}\Bigr)^{\gamma}\ \text{for mixtures}`,
    weightsRead: String.raw`W = \bigl(S_0 + X\,(1-(1-s)^B)\bigr)\,\tfrac{\text{bits}}{8}`,
    cacheRead: String.raw`K = 2 \sum_\text{layers} d_{kv}\,\min(C, w)`,
    inputEnergy: String.raw`E_\text{in} = f_a\,2A\,p_f\,f_p\,q\,\Bigl(1 + \frac{k\,n}{B}\Bigr)\,(p_e\;\text{for mixtures})\,(d_p\;\text{where apart})`,
    requestFromPrice: String.raw`\ln J = ${line.intercept.toFixed(3)} + ${line.slope.toFixed(3)} \ln r, \qquad r = p_\text{out} + ${request.inputTokensPerOutputToken}\,p_\text{in}`,
    requestFromCapacity: String.raw`\ln J = ${withCapacity.intercept.toFixed(3)} + ${withCapacity.priceSlope.toFixed(3)} \ln r + ${withCapacity.capacitySlope.toFixed(3)} \ln N`,
    closedFromPrice: String.raw`\ln J = ${line.intercept.toFixed(3)} + ${line.slope.toFixed(3)} \ln r + \ln ${closed.marginFactor}, \qquad E_\text{out} = \frac{J}{1 + ${request.inputTokensPerOutputToken}\,\rho}, \quad E_\text{in} = \rho\,E_\text{out}`,
  };
}
