/** What the tests read from the text of a finished page. The site writes it itself: plain attributes in double quotes. */

/** Every address that a page names: links, scripts, styles, pictures. */
export function addressesIn(html: string): string[] {
  return matches(html, /<[a-z][^>]*?\s(?:href|src)="([^"]*)"/g);
}

/** The addresses that a reader can follow. */
export function linksIn(html: string): string[] {
  return matches(html, /<a\s(?:[^>]*?\s)?href="([^"]*)"/g);
}

/** Every id on a page, to which a link can lead. */
export function idsIn(html: string): Set<string> {
  return new Set(matches(html, /<[a-z][^>]*?\sid="([^"]*)"/g));
}

/** The text of a page's own scripts, and the addresses of those that it loads. */
export function scriptsIn(html: string): { inline: string; referenced: string[] } {
  return {
    inline: matches(html, /<script\b[^>]*>([^<]*(?:<(?!\/script>)[^<]*)*)<\/script>/g).join('\n'),
    referenced: [
      ...matches(html, /<script\b[^>]*?\ssrc="([^"]*)"/g),
      ...matches(html, /<link\b[^>]*?rel="modulepreload"[^>]*?\shref="([^"]*)"/g),
    ],
  };
}

/** The finished file behind an address inside the site: /models/a/b/?x -> models/a/b/index.html */
export function pathOf(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  const name = decodeURIComponent(path).replace(/^\//, '');
  if (name === '' || name.endsWith('/')) return `${name}index.html`;
  return name;
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) =>
    found.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  );
}
