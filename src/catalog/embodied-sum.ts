/** What the making of the hardware comes to, counted from its parts. */

/** What the note of `embodiedGramsPerKilowattHour` adds up, kg CO2e per accelerator. */
export const EMBODIED_KILOGRAMS = {
  /** Its share of NVIDIA's board of eight H100. */
  accelerator: 164,
  /** An eighth of the 5700 kg of a server without its GPUs, as EcoLogits counts it. */
  server: 712,
};

/** The mean draw of an accelerator over its life, kW: the share of the time that it is busy, and what it takes then. */
const BUSY_SHARE = 0.6;
const BUSY_KILOWATTS = 0.5;
const HOURS_A_YEAR = 8760;

/** That sum, how much of it is the server's, and what it comes to per kWh of the accelerator. */
export function embodiedSum({ hardwareLifetimeYears }: { hardwareLifetimeYears: number }) {
  const { accelerator, server } = EMBODIED_KILOGRAMS;
  const kilograms = accelerator + server;
  const kilowattHours = hardwareLifetimeYears * HOURS_A_YEAR * BUSY_SHARE * BUSY_KILOWATTS;
  return {
    kilograms,
    serverShare: server / kilograms,
    gramsPerKilowattHour: (1000 * kilograms) / kilowattHours,
  };
}
