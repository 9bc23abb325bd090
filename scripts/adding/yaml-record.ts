import { Document, isMap, isScalar, parseDocument, visit } from 'yaml';
import { Unusable } from '../command.ts';

/** A record as YAML, lists of words on one line, as the files of data have it. */
export function recordText(record: object): string {
  const document = new Document(record);
  visit(document, {
    Seq: (_, list) => {
      if (list.items.every(isScalar)) list.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/**
 * The text of a YAML file with a record more, under a name in one of its maps ('' for the whole file), where
 * its name stands among the others; what was there stays as it was written. Throws Unusable where the name is
 * there already.
 */
export function withRecord(text: string, map: string, name: string, record: object): string {
  const document = parseDocument(text);
  const within = map === '' ? document.contents : document.get(map);
  if (!isMap(within))
    throw new Unusable(`expected a map ${map === '' ? '' : `named ${map} `}in the file`);
  const keys = within.items.map(({ key }) => (isScalar(key) ? key : undefined));
  if (keys.some((key) => key?.value === name)) {
    throw new Unusable(`${name} is there already: change it where it stands`);
  }
  const depth = map === '' ? 0 : 2;
  const lines = recordText({ [name]: record }).replaceAll(/^(?=.)/gm, ' '.repeat(depth));
  const next = keys.find((key) => String(key?.value) > name);
  const at = next?.range?.[0];
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (at === undefined) return `${whole}${lines}`;
  const lineStart = whole.lastIndexOf('\n', at) + 1;
  return `${whole.slice(0, lineStart)}${lines}${whole.slice(lineStart)}`;
}
