/** What other sites and mailings add to links to follow their readers; none of it asks for anything. */
const PREFIXES = ['utm_', 'mtm_', 'pk_', 'piwik_', 'hsa_', 'mc_', 'oly_', 'vero_', '_'];
const NAMES = [
  'campaign',
  'dclid',
  'fbclid',
  'from',
  'gad_campaignid',
  'gad_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'hsctatracking',
  'igsh',
  'igshid',
  'li_fat_id',
  'mkt_tok',
  'msclkid',
  'rdt_cid',
  'ref',
  'ref_src',
  'ref_url',
  'referrer',
  'scclid',
  'share',
  'si',
  'source',
  'spm',
  'src',
  'srsltid',
  'trk',
  'ttclid',
  'twclid',
  'via',
  'wbraid',
  'yclid',
];

/** Whether a parameter of this name comes from elsewhere and is left alone. */
export function isCampaign(name: string): boolean {
  return NAMES.includes(name) || PREFIXES.some((prefix) => name.startsWith(prefix));
}
