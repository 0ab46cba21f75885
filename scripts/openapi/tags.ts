// The chapters of the documentation, by what the path of an operation begins with. The longest beginning wins; a path that none
// fits gets a chapter named after its first part.

interface Tag {
  readonly name: string;
  readonly description: string;
}

const byBeginning: Readonly<Record<string, Tag>> = {
  '/health': { name: 'About the API', description: 'Health and this documentation. Public.' },
  '/openapi.json': { name: 'About the API', description: 'Health and this documentation. Public.' },
  '/docs': { name: 'About the API', description: 'Health and this documentation. Public.' },
  '/auth': { name: 'Accounts', description: 'Register, sign in, stay signed in.' },
  '/users': { name: 'Profile and keys', description: 'The person who is signed in: profile, usage, quota, API keys.' },
  '/campaigns': { name: 'Campaigns', description: 'Create them from a brief, follow them, steer them.' },
  '/campaigns/{campaignId}/phases': {
    name: 'Phases and decisions',
    description:
      'What an agent made, and what people decide about it. Of two decisions at once one wins, the other gets 409.',
  },
  '/assets': { name: 'Assets', description: 'Files: what agents made and what people brought.' },
  '/internal': {
    name: 'AI generation',
    description: 'Single model calls, counted, capped and cached like those of agents.',
  },
  '/webhooks': { name: 'Webhooks', description: 'Signed messages to your own server when something happens.' },
};

export function tagOf(path: string): string {
  const [beginning] = Object.keys(byBeginning)
    .filter((candidate) => path === candidate || path.startsWith(`${candidate}/`))
    .sort((one, other) => other.length - one.length);
  const known = beginning === undefined ? undefined : byBeginning[beginning];
  const first = path.split('/')[1] ?? '';
  return known?.name ?? `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
}

/** The chapters of these paths, in the order above; those without a description of their own come last. */
export function tagsOf(paths: readonly string[]): { name: string; description?: string }[] {
  const used = new Set(paths.map(tagOf));
  const described = new Map(Object.values(byBeginning).map((tag) => [tag.name, tag]));
  return [
    ...[...described.values()].filter(({ name }) => used.has(name)),
    ...[...used].filter((name) => !described.has(name)).map((name) => ({ name })),
  ];
}
