import type { APIRoute } from 'astro';
import { llmsText } from '../components/methodology/llms-text.ts';
import { currentRelease } from '../release/current.ts';

export const GET: APIRoute = ({ site }) => {
  const { data, release } = currentRelease();
  return new Response(llmsText(release, data.factors.serving.statedContext.tokens, site));
};
