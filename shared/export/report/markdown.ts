// Markdown from a model as HTML. Nothing the model wrote may run: raw HTML is shown as text, images are left out,
// and only web and mail links become links.
import { Marked } from 'marked';
import { escapeHtml, Markup } from './markup.ts';

const allowedLink = /^(https?:\/\/|mailto:)/i;

const renderer = new Marked({
  async: false,
  gfm: true,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      const label = this.parser.parseInline(tokens);
      return allowedLink.test(href) ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${label}</a>` : label;
    },
    // The report has its own h1 and h2: the article's headings go below them.
    heading({ tokens, depth }) {
      const level = Math.min(depth + 2, 6);
      return `<h${level} dir="auto">${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    paragraph({ tokens }) {
      return `<p dir="auto">${this.parser.parseInline(tokens)}</p>\n`;
    },
    code: ({ text }) => `<pre><code>${escapeHtml(text)}</code></pre>\n`,
    checkbox: () => '',
  },
});

/** Renders Markdown without letting any of it become active content. */
export const markdown = (text: string): Markup => new Markup(String(renderer.parse(text)));
