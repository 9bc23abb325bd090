import type { DrawnNode } from './drawn-node.ts';

/** Puts what is drawn in place of all that an element holds. */
export function drawInto(place: Element, nodes: readonly DrawnNode[]): void {
  place.replaceChildren(...nodes.map((node) => nodeOf(node, place.namespaceURI)));
}

function nodeOf(node: DrawnNode, namespace: string | null): string | Element {
  if (typeof node === 'string') return node;
  const made = document.createElementNS(namespace, node.tag);
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, value);
  made.append(...node.children.map((child) => nodeOf(child, namespace)));
  return made;
}
