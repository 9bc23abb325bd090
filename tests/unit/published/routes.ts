/** The files that the site publishes beside its pages, made by the routes that make them in a build. */

/** Where the site stands in these tests. */
export const SITE = new URL('https://index.example');

type Params = Readonly<Record<string, string>>;

interface Route {
  GET: (context: { site: URL; url: URL; props: object; params: Params }) => Response;
  getStaticPaths?: () => { params: Params; props: object }[];
}

/** One published file. */
export interface PublishedFile {
  /** Its address on the site. */
  path: string;
  /** What its route calls the parts that differ between its files. */
  params: Params;
  text: () => Promise<string>;
}

const modules = import.meta.glob<Route>('/src/pages/{api,badge,feeds,releases,reports}/**/*.ts');

/** Every route that publishes files, by its address with its parameters in brackets. */
export const ROUTES: readonly string[] = Object.keys(modules).map(addressOf);

/** The files of a route. */
export async function filesOf(address: string): Promise<PublishedFile[]> {
  const load = Object.entries(modules).find(([file]) => addressOf(file) === address)?.[1];
  if (load === undefined) throw new Error(`no route publishes ${address}`);
  const { GET, getStaticPaths } = await load();
  const files = getStaticPaths?.() ?? [{ params: {}, props: {} }];
  return files.map(({ params, props }) => {
    const path = address.replaceAll(/\[(?:\.{3})?(\w+)\]/g, (_, name) => params[name] ?? '');
    const url = new URL(path, SITE);
    return { path, params, text: () => GET({ site: SITE, url, props, params }).text() };
  });
}

function addressOf(file: string): string {
  return file.replace('/src/pages', '').replace(/\.ts$/, '');
}
