/** Pixels of a card, as the sites that show links ask for. */
export const CARD = { width: 1200, height: 630 } as const;
