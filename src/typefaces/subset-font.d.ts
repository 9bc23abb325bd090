declare module 'subset-font' {
  /** A font that holds these characters and features alone, with a part of its axes. */
  function subsetFont(
    font: Buffer,
    characters: string,
    options: {
      targetFormat: 'woff2';
      keepFeatures: readonly string[];
      variationAxes?: Readonly<Record<string, { min: number; max: number }>>;
    },
  ): Promise<Buffer<ArrayBuffer>>;
  export = subsetFont;
}
