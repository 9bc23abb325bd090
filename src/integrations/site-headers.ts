/** What every answer says, besides what each page's own policy says. */
const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/** Of files that are named by their content. */
const NEVER_CHANGES = { 'Cache-Control': 'public, max-age=31536000, immutable' } as const;

/** What is said besides of what stands in a folder. */
const IN_FOLDERS = {
  _astro: NEVER_CHANGES,
  fonts: NEVER_CHANGES,
  // Made for programs of others, in browsers too.
  api: { 'Access-Control-Allow-Origin': '*' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** The headers of what stands at a path below the site's root, such as `/api/v1/index.json`. */
export function headersAt(path: string): Readonly<Record<string, string>> {
  const folder = Object.entries(IN_FOLDERS).find(([name]) => path.startsWith(`/${name}/`));
  return { ...EVERYWHERE, ...folder?.[1] };
}

/**
 * The same as a `_headers` file, which Cloudflare Pages, Netlify and others read. `base` is the path
 * that the site lives under, with a slash at both ends.
 */
export function headersFile(base: string): string {
  const rules = [
    ['*', EVERYWHERE] as const,
    ...Object.entries(IN_FOLDERS).map(([name, headers]) => [`${name}/*`, headers] as const),
  ];
  return rules
    .map(([path, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${base}${path}\n${lines.join('')}`;
    })
    .join('\n');
}
