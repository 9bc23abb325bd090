import { describe, expect, test } from 'vitest';
import { routingBodies } from '../../../src/components/model-page/routing-body.ts';

describe('a request to one host', () => {
  test('is a whole body: model, messages, and the endpoint in its stated precision alone', () => {
    const { only } = routingBodies('maker/model', { tag: 'nebius/fp4', quantization: 'fp4' });
    expect(JSON.parse(only)).toEqual({
      model: 'maker/model',
      messages: [{ role: 'user', content: 'Hello' }],
      provider: { only: ['nebius/fp4'], quantizations: ['fp4'] },
    });
  });

  test('names no precision where the host states none', () => {
    const { only } = routingBodies('maker/model', { tag: 'azure/eu', quantization: undefined });
    expect(JSON.parse(only).provider).toEqual({ only: ['azure/eu'] });
  });

  test('may fall back to others', () => {
    const { first } = routingBodies('maker/model', { tag: 'nebius/fp4', quantization: 'fp4' });
    expect(JSON.parse(first).provider).toEqual({ order: ['nebius/fp4'], allow_fallbacks: true });
  });
});
