import type { APIRoute, GetStaticPaths } from 'astro';
import { ARCHIVED_FILES } from '../../../release/archive.ts';
import { currentHistory } from '../../../release/history.ts';

/** The files of every release, byte for byte. */
export const getStaticPaths: GetStaticPaths = () =>
  currentHistory().releases.flatMap(({ release, texts }) =>
    ARCHIVED_FILES.map((file) => ({ params: { release, file }, props: { text: texts[file] } })),
  );

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) => new Response(text);
