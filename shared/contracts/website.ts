// An address as people write it: without a scheme it is taken for https.
import { lineText } from './text.ts';

/** A scheme is letters before "://"; a port, as in "localhost:8000", is none. */
const withScheme = (text: string): string =>
  /^[a-z][a-z0-9+.-]*:(\/\/|[^0-9])/i.test(text) ? text : `https://${text}`;

const isWebAddress = (text: string): boolean => {
  const address = URL.parse(text);
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:';
  return isWeb && address.username === '' && !/\s/.test(text) && /\.|^localhost$|^\[/.test(address.hostname);
};

export const websiteSchema = lineText(300)
  .overwrite(withScheme)
  .refine(isWebAddress, 'must be the address of a website, such as www.example.com')
  .describe('Address of the website; without a scheme it is taken for https');
