// Providers repeat in their messages what they were sent, keys included. What leaves this folder has none, and is short.
const secrets = [
  /\b(?:sk|pk|rk|key|hf|gsk|xai)[-_][\w*.-]{6,}/gi,
  /\bAIza[\w-]{10,}/g,
  /\bya29\.[\w.-]+/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g,
  /\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g,
  /\b(?:bearer|basic|api[-_ ]?key|key|token|authorization|signature|x-goog-api-key)(["']?\s*[:=]\s*["']?|\s+)[^\s"',;&)]{8,}/gi,
  // Long runs of letters and digits without a space are keys more often than words.
  /\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}/g,
] as const;

/** The text without anything that looks like a key, on one line, 300 characters at most. */
export function hideSecrets(text: string, known: readonly (string | undefined)[] = []): string {
  let hidden = text.slice(0, 2000);
  for (const secret of known) if (secret && secret.length >= 6) hidden = hidden.replaceAll(secret, '…');
  for (const pattern of secrets) hidden = hidden.replace(pattern, '…');
  const line = hidden.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
