import { expect, test } from 'vitest';
import { evidenceMeaning } from '../../../src/text/evidence.ts';

test('of a closed model no architecture is said to be published but that which it is built on', () => {
  const meaning = (weights: 'open' | 'closed') =>
    evidenceMeaning({ evidence: 'architecture', weights });
  expect(meaning('open')).toMatch(/^its full architecture is published/);
  expect(meaning('closed')).toMatch(/^the architecture of the open model .* said to be built on/);
});

test('what is not known of a size is told by its weights', () => {
  const meaning = (weights: 'open' | 'closed') => evidenceMeaning({ evidence: 'price', weights });
  expect(meaning('closed')).toContain('its size is undisclosed');
  expect(meaning('open')).not.toContain('undisclosed');
});
