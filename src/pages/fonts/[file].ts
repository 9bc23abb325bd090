import type { APIRoute, GetStaticPaths } from 'astro';
import { typefaces } from '../../typefaces/typefaces.ts';

interface Props {
  bytes: Buffer<ArrayBuffer>;
}

export const getStaticPaths: GetStaticPaths = async () =>
  (await typefaces())
    .flatMap(({ first, whole }) => [first, whole])
    .map(({ name, bytes }) => ({ params: { file: name }, props: { bytes } }));

/** A file of a typeface. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(props.bytes, { headers: { 'Content-Type': 'font/woff2' } });
