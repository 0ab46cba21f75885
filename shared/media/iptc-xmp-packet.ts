// What a file says about its own origin, in the words of the IPTC: an XMP packet, the same for PNG, JPEG, WebP and MP4. Pure.

/** Where a picture or video came from. Nothing of a prompt, and nobody's name, is among it. */
export interface MediaOrigin {
  /** False for a program that was trained on nothing. */
  readonly isTrained: boolean;
  readonly provider: string;
  readonly model: string;
  /** Id of the asset or generation that the file is of: what a signature vouches for. */
  readonly id: string;
}

/** The IPTC's vocabulary for where the pixels of a file come from. */
export const digitalSourceTypeOf = ({ isTrained }: Pick<MediaOrigin, 'isTrained'>): string =>
  `http://cv.iptc.org/newscodes/digitalsourcetype/${isTrained ? 'trainedAlgorithmicMedia' : 'algorithmicMedia'}`;

export const creatorTool = 'AstroMedia';

/** The packet as text. It does not say whose file it is: the same picture for two campaigns stays the same file. */
export function xmpPacket(origin: MediaOrigin): string {
  const { provider, model, isTrained } = origin;
  const attributes = {
    'Iptc4xmpExt:DigitalSourceType': digitalSourceTypeOf(origin),
    ...(isTrained ? { 'Iptc4xmpExt:AISystemUsed': `${provider} ${model}` } : {}),
    'xmp:CreatorTool': `${creatorTool} (${provider} ${model})`,
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${namespaces} ${written.join(' ')}/></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

const namespaces = Object.entries({
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
})
  .map(([name, uri]) => `xmlns:${name}="${uri}"`)
  .join(' ');

/** Names come from providers: nothing of them is markup, and no control character is left. */
const escaped = (value: string): string =>
  value
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .slice(0, 400);
