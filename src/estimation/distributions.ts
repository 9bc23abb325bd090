/** A log-normal quantity: ln x is normal with mean ln `median` and standard deviation `sdLn`. */
export interface LogNormal {
  median: number;
  sdLn: number;
}

/** A triangular quantity, `central` being its mode. */
export interface Triangular {
  low: number;
  central: number;
  high: number;
}

/** The value below which a share `u` of a log-normal quantity lies. */
export function logNormalQuantile(u: number, { median, sdLn }: LogNormal): number {
  return median * Math.exp(sdLn * normalQuantile(u));
}

/** The value below which a share `u` of a triangular quantity lies. A width of 0 gives the point. */
export function triangularQuantile(u: number, { low, central, high }: Triangular): number {
  const width = high - low;
  if (width <= 0) return central;
  const shareBelowMode = (central - low) / width;
  return u < shareBelowMode
    ? low + Math.sqrt(u * width * (central - low))
    : high - Math.sqrt((1 - u) * width * (high - central));
}

/**
 * The standard normal quantile, to about 1e-16.
 * Source: M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988), PPND16.
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(r, CENTRE_NUMERATOR)) / polynomial(r, CENTRE_DENOMINATOR);
  }
  const tail = Math.sqrt(-Math.log(q < 0 ? u : 1 - u));
  const z =
    tail <= 5
      ? polynomial(tail - 1.6, MIDDLE_NUMERATOR) / polynomial(tail - 1.6, MIDDLE_DENOMINATOR)
      : polynomial(tail - 5, FAR_NUMERATOR) / polynomial(tail - 5, FAR_DENOMINATOR);
  return q < 0 ? -z : z;
}

/** Horner's scheme, coefficients from the highest power down. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

const CENTRE_NUMERATOR = [
  2.5090809287301227e3, 3.343057558358813e4, 6.72657709270087e4, 4.592195393154987e4,
  1.373169376550946e4, 1.9715909503065513e3, 1.3314166789178438e2, 3.3871328727963665,
];
const CENTRE_DENOMINATOR = [
  5.226495278852854e3, 2.8729085735721943e4, 3.930789580009271e4, 2.1213794301586597e4,
  5.394196021424751e3, 6.871870074920579e2, 4.231333070160091e1, 1,
];
const MIDDLE_NUMERATOR = [
  7.745450142783414e-4, 2.2723844989269184e-2, 2.417807251774506e-1, 1.2704582524523684,
  3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const MIDDLE_DENOMINATOR = [
  1.0507500716444169e-9, 5.475938084995345e-4, 1.5198666563616457e-2, 1.4810397642748008e-1,
  6.897673349851e-1, 1.6763848301838038, 2.053191626637759, 1,
];
const FAR_NUMERATOR = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 1.2426609473880784e-3, 2.6532189526576124e-2,
  2.9656057182850487e-1, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const FAR_DENOMINATOR = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 7.868691311456133e-4,
  1.4875361290850615e-2, 1.369298809227358e-1, 5.99832206555888e-1, 1,
];
