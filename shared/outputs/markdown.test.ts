import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown.ts';

const draw = (source: string): string => renderToStaticMarkup(createElement(Markdown, { source }));

describe('Markdown of a model', () => {
  it.each([
    ['raw HTML', '<b onclick="x()">hi</b>', '&lt;b onclick=&quot;x()&quot;&gt;'],
    ['an HTML block', '<script>\nalert(1)\n</script>', '&lt;script&gt;'],
    ['a script link', '[go](javascript:alert(1))', '<p dir="auto">go</p>'],
    ['a disguised script link', '[go](JaVaScRiPt&colon;alert(1))', '<p dir="auto">go</p>'],
    ['a data link', '[go](data:text/html,x)', '<p dir="auto">go</p>'],
    ['an image', '![seen](https://tracker.example/p.png)', '<p dir="auto">seen</p>'],
    ['code', '`<i>`', '<code>&lt;i&gt;</code>'],
    ['a fence', '```"><script>\n<i>\n```', '<pre><code>&lt;i&gt;'],
  ])('shows %s without letting it act', (_what, source, shown) => {
    const text = draw(source);

    expect(text).toContain(shown);
    expect(text).not.toMatch(/<(script|img|b |i>)/);
  });

  it('keeps what an article needs', () => {
    const text = draw('# A\n\n**b** [c](https://d.example/?e=1&f=2)\n\n- g');

    expect(text).toContain('<h3 dir="auto">A</h3>');
    expect(text).toContain(
      '<strong>b</strong> <a href="https://d.example/?e=1&amp;f=2" rel="noopener noreferrer" target="_blank">c</a>',
    );
    expect(text).toContain('<li dir="auto">g</li>');
  });
});
