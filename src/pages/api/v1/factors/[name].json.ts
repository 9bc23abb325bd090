import type { APIRoute, GetStaticPaths } from 'astro';
import {
  FACTOR_FILES,
  FACTOR_UNITS,
  type FactorFile,
  readFactorFile,
} from '../../../../api/factor-files.ts';
import { currentRelease } from '../../../../release/current-release.ts';
import { fileHeader } from '../../../../release/file-header.ts';

/** Every factor table, with how each figure is known. */
export const getStaticPaths: GetStaticPaths = () =>
  FACTOR_FILES.map((factor) => ({ params: { name: factor.name }, props: { factor } }));

export const GET: APIRoute<{ factor: FactorFile }> = ({ props: { factor } }) => {
  const about = fileHeader(currentRelease().release, { title: factor.title, unit: FACTOR_UNITS });
  const factors = readFactorFile(process.cwd(), factor);
  return new Response(`${JSON.stringify({ ...about, file: factor.file, factors }, null, 1)}\n`);
};
