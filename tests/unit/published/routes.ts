import { publishedAt } from '../../../src/published/files.ts';

/** The files that the site publishes beside its pages, made by the routes that make them in a build. */

/** Where the site stands in these tests. */
export const SITE = new URL('https://index.example');

type Params = Readonly<Record<string, string>>;

interface Route {
  GET: (context: {
    site: URL;
    url: URL;
    props: object;
    params: Params;
  }) => Response | Promise<Response>;
  getStaticPaths?: () => { params: Params; props: object }[];
}

/** One published file. */
export interface MadeFile {
  /** Its address on the site. */
  path: string;
  /** What tells it from the others of its kind, by the name that stands for it in the kind. */
  params: Params;
  text: () => Promise<string>;
  bytes: () => Promise<Uint8Array>;
}

const modules = import.meta.glob<Route>('/src/pages/{api,badge,feeds,releases,reports}/**/*.ts');

/**
 * Every published file by its kind: the path in the list of files, with the parts that differ in
 * braces, or the address of its route, with these in brackets.
 */
export async function publishedFiles(): Promise<Map<string, MadeFile[]>> {
  const kinds = new Map<string, MadeFile[]>();
  for (const [file, load] of Object.entries(modules)) {
    const address = file.replace('/src/pages', '').replace(/\.ts$/, '');
    const { GET, getStaticPaths } = await load();
    for (const { params, props } of getStaticPaths?.() ?? [{ params: {}, props: {} }]) {
      const path = address.replaceAll(/\[(?:\.{3})?(\w+)\]/g, (_, name) => params[name] ?? '');
      const kind = publishedAt(path)?.path ?? address;
      const get = () => GET({ site: SITE, url: new URL(path, SITE), props, params });
      const made = {
        path,
        params: kind === address ? params : partsOf(path, kind),
        text: async () => (await get()).text(),
        bytes: async () => new Uint8Array(await (await get()).arrayBuffer()),
      };
      kinds.set(kind, [...(kinds.get(kind) ?? []), made]);
    }
  }
  return kinds;
}

/** What stands in a path for the part in braces, by its name. */
function partsOf(path: string, kind: string): Params {
  const [before = '', name, after = ''] = kind.split(/\{(\w+)\}/);
  return name === undefined
    ? {}
    : { [name]: path.slice(before.length, path.length - after.length) };
}
