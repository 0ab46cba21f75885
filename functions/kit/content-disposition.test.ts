import { expect, it } from 'vitest';
import { attachmentNamed } from './content-disposition.ts';

it.each([
  ['logo 1.png', 'attachment; filename="logo 1.png"'],
  ['été.png', `attachment; filename="_t_.png"; filename*=UTF-8''%C3%A9t%C3%A9.png`],
  ["l'œil (1)*.png", `attachment; filename="l'_il (1)*.png"; filename*=UTF-8''l%27%C5%93il%20%281%29%2A.png`],
  ['🎉.png', `attachment; filename="_.png"; filename*=UTF-8''%F0%9F%8E%89.png`],
  // Nothing of these gets past uploadFileName; the header must hold on its own.
  ['a"; x="b.png', `attachment; filename="a_; x=_b.png"; filename*=UTF-8''a%22%3B%20x%3D%22b.png`],
  [
    'a\r\nset-cookie: x.png',
    `attachment; filename="a__set-cookie: x.png"; filename*=UTF-8''a%0D%0Aset-cookie%3A%20x.png`,
  ],
  ['50%25.png', `attachment; filename="50_25.png"; filename*=UTF-8''50%2525.png`],
])('names %j', (name, header) => {
  expect(attachmentNamed(name)).toBe(header);
});
