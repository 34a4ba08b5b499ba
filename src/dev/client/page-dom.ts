/** An element of the page by its id. It throws for a wrong one: page and script are written together. */
export function need<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element as T;
}

/** Inputs by a selector. */
export function all(selector: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(selector)];
}

/** A checkbox of the toolbar. */
export function toggle(name: string): HTMLInputElement {
  const [box] = all(`input[name="${name}"]`);
  if (!box) throw new Error(`the page has no box ${name}`);
  return box;
}

/** A new element with text or children. */
export function make(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
