import { expect, test as plain } from '@playwright/test';

/** What a browser says where a page does what its own security policy forbids. */
const REFUSED = /Content Security Policy|TrustedScript|TrustedHTML|trusted types/i;

/** Every test, whatever it is about: no page does what its security policy forbids. */
export const test = plain.extend<{ nothingRefused: undefined }>({
  nothingRefused: [
    async ({ context }, use) => {
      const refused: string[] = [];
      context.on('console', (message) => {
        if (REFUSED.test(message.text()))
          refused.push(`${message.page()?.url()}: ${message.text()}`);
      });
      await use(undefined);
      expect(refused).toEqual([]);
    },
    { auto: true },
  ],
});
