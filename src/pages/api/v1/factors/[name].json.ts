import type { APIRoute, GetStaticPaths } from 'astro';
import {
  FACTOR_FILES,
  FACTOR_UNITS,
  type FactorFile,
  readFactorFile,
} from '../../../../published/factors.ts';
import { fileHeader } from '../../../../published/file-header.ts';
import { currentRelease } from '../../../../release/current.ts';

/** Every factor table, with how each figure is known. */
export const getStaticPaths: GetStaticPaths = () =>
  FACTOR_FILES.map((factor) => ({ params: { name: factor.name }, props: { factor } }));

export const GET: APIRoute<{ factor: FactorFile }> = ({ props: { factor } }) => {
  const about = fileHeader(currentRelease().release, { title: factor.title, unit: FACTOR_UNITS });
  const factors = readFactorFile(process.cwd(), factor);
  return new Response(`${JSON.stringify({ ...about, file: factor.file, factors }, null, 1)}\n`);
};
