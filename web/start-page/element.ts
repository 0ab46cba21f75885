// Elements from data, never from markup: whatever a brief or a model says is text.

type Attributes = Readonly<Record<string, string | ((event: Event) => void)>>;

/** Makes an element; a function among the attributes listens to the event of that name. */
export function element(name: string, attributes: Attributes, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (typeof value === 'string') made.setAttribute(key, value);
    else made.addEventListener(key, value);
  made.append(...children);
  return made;
}

/** The element of the page with this id. Throws when the page has none: page and script belong together. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}
