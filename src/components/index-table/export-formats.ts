/** What the rows on screen can be taken along as. */
export const EXPORT_FORMATS = [
  { id: 'csv', name: 'CSV', mediaType: 'text/csv' },
  { id: 'json', name: 'JSON', mediaType: 'application/json' },
  { id: 'md', name: 'Markdown', mediaType: 'text/markdown' },
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
