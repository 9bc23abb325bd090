/** How Epoch AI names accelerators, and which of ours each is; the first that fits counts. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bGB300\b/, 'GB300'],
  [/\bB300\b/, 'B300'],
  [/\bGB200\b/, 'GB200'],
  [/\bB200\b/, 'B200'],
  [/\bGH200\b/, 'GH200'],
  [/\bH200\b/, 'H200'],
  [/\bH800\b/, 'H800'],
  [/\bH100\b/, 'H100'],
  [/\bA800\b/, 'A800'],
  [/\bA100 PCIe\b/, 'A100 PCIe'],
  [/\bA100\b/, 'A100'],
  [/\bMI300X\b/, 'MI300X'],
  [/\bMI300A\b/, 'MI300A'],
  [/\bMI250X?\b/, 'MI250X'],
  [/\bV100S?\b/, 'V100'],
  [/\bP100\b/, 'P100'],
  [/\bK80\b/, 'K80'],
  [/\bT4\b/, 'T4'],
  [/\bL4\b/, 'L4'],
  [/\bA40\b/, 'A40'],
  [/\bA30\b/, 'A30'],
  [/\bA10\b/, 'A10'],
  [/\bA6000\b/, 'A6000'],
  [/\bRTX 3090\b/, 'RTX 3090'],
  [/\bRTX 4090\b/, 'RTX 4090'],
  [/\bRTX 6000 Ada\b/, 'RTX 6000 Ada'],
  [/\b910C\b/, 'Ascend 910C'],
  [/\b910B|\b800T A2\b/, 'Ascend 910B'],
  [/\bAscend 910\b/, 'Ascend 910'],
  [/\bTrainium1\b/, 'Trainium1'],
  [/\bTrainium2\b/, 'Trainium2'],
  [/\bTPU v2\b/, 'TPU v2'],
  [/\bTPU v3\b/, 'TPU v3'],
  [/\bTPU v4\b/, 'TPU v4'],
  [/\bTPU v5e\b/, 'TPU v5e'],
  [/\bTPU v5p\b/, 'TPU v5p'],
  [/\bTPU v6e\b/, 'TPU v6e'],
  [/\bTPU v7\b/, 'TPU v7'],
];

/** The name here of the accelerator of a run; of several, the first that has one. */
export function acceleratorNamed(hardware: readonly string[]): string | undefined {
  for (const name of hardware) {
    const found = NAMES.find(([pattern]) => pattern.test(name));
    if (found !== undefined) return found[1];
  }
  return undefined;
}
