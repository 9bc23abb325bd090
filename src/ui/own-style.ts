/** Writes an element's own style. As an attribute the site's security policy refuses it. */
export function writeOwnStyle(element: Element | null | undefined, css: string): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) element.style.cssText = css;
}
