// The pieces an article is built from: required ones in reading order, optional ones that bring it to length.

export interface ArticlePart {
  readonly heading?: string;
  readonly paragraphs: readonly string[];
}

export interface ArticleParts {
  readonly title: string;
  readonly introduction: readonly string[];
  readonly sections: readonly ArticlePart[];
  /** Added one by one, before the conclusion, while the article is short. */
  readonly spare: readonly ArticlePart[];
  readonly conclusion: ArticlePart;
  readonly metaDescription: string;
}

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Markdown of about `target` words: spare parts are added while they fit, then whole trailing paragraphs are dropped if it is too long. */
export function assembleArticle(parts: ArticleParts, target: { minimum: number; maximum: number }): string {
  const sections = [...parts.sections];
  const text = () => [...parts.introduction, ...[...sections, parts.conclusion].flatMap(sectionText)].join('\n\n');
  for (const part of parts.spare) {
    if (countWords(text()) >= target.minimum) break;
    if (countWords(text()) + countWords(sectionText(part).join(' ')) <= target.maximum) sections.push(part);
  }
  for (let last = sections.length - 1; last > 0 && countWords(text()) > target.maximum; last -= 1) {
    const section = sections[last];
    if (section && section.paragraphs.length > 1)
      sections[last] = { ...section, paragraphs: section.paragraphs.slice(0, -1) };
  }
  return text();
}

const sectionText = ({ heading, paragraphs }: ArticlePart): string[] => [
  ...(heading ? [`## ${heading}`] : []),
  ...paragraphs,
];
