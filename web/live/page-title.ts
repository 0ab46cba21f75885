// The title of the tab: the page, and before it what waits for a person.

import { useEffect } from 'react';

const product = 'AstroMedia';
let page = '';
let waiting = 0;

const write = () => {
  const name = page ? `${page} · ${product}` : product;
  document.title = waiting > 0 ? `(${waiting}) ${name}` : name;
};

export function usePageTitle(title: string): void {
  useEffect(() => {
    page = title;
    write();
    return () => {
      page = '';
      write();
    };
  }, [title]);
}

/** How many things wait, in all campaigns. */
export function useWaitingCount(count: number): void {
  useEffect(() => {
    waiting = count;
    write();
  }, [count]);
}
