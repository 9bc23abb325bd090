import type { APIRoute, GetStaticPaths } from 'astro';
import { currentHistory } from '../../../published/archive/history.ts';
import { ARCHIVED_FILES } from '../../../release/archive.ts';

/** The files of every release, byte for byte. */
export const getStaticPaths: GetStaticPaths = () =>
  currentHistory().releases.flatMap(({ release, texts }) =>
    ARCHIVED_FILES.map((file) => ({ params: { release, file }, props: { text: texts[file] } })),
  );

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) => new Response(text);
