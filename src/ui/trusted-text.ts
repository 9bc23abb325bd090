/** How the tables begin whose rows are read from further pages of this site: runs, and the index. */
export const RUNS_TABLE = '<table class="cards runs';
export const INDEX_ROWS = '<div role="rowgroup" data-rows>';

/**
 * What of a text the site's security policy lets become more than text: addresses of the site's own
 * scripts, for workers, and those tables. A page has one such policy.
 */
if (typeof window !== 'undefined') {
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      if (new URL(address, location.href).origin === location.origin) return address;
      throw new Error(`A script from ${address} was refused: it is not of this site`);
    },
    createHTML: (html) => {
      if (html.startsWith(RUNS_TABLE) || html.startsWith(INDEX_ROWS)) return html;
      throw new Error('Text was refused as markup: it is none of the tables that go on');
    },
  });
}
