/** What will not change under /api/v1, as the data page and the OpenAPI say it. */
export const PROMISES = [
  'Within v1, fields, columns and files are added, never removed and never changed in meaning or unit. What has to change otherwise becomes v2, and v1 stays for a year beside it.',
  'Numbers do change, with each release and with the version of the method. Every file names both. To cite or to repeat a figure, use the file of its release under /releases/, which never changes.',
  'Every estimate is a range: low, central and high are the 5th, 50th and 95th percentile. A model without an estimate stands under notEstimated with its reason; no missing number is ever written as 0.',
  'Ids are OpenRouter’s, as on its list. New values of evidence, kind and how may appear: treat an unknown one as unknown.',
] as const;
