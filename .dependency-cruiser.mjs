// Who may import what. The folders are rooms: a file can tell from its place what it may touch. `npm run check` enforces it.
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const outside = (...folders) => ({
  path: '^(cli|shared|studio|functions|infra|local|web|tests|scripts)/',
  pathNot: folders.map((folder) => `^${folder}`),
});
/** What every room of shared/ with a server behind it may use. */
const ground = ['shared/contracts', 'shared/domain', 'shared/runtime', 'shared/data'];
const notTests = { pathNot: ['\\.test\\.ts$', '/testing/'] };

export default {
  forbidden: [
    rule('no-circular', 'A cycle has no first file to read, not of types either.', {}, { circular: true }),
    rule(
      'contracts-know-zod-only',
      'Contracts are read by the browser.',
      { path: '^shared/contracts', ...notTests },
      outside('shared/contracts'),
    ),
    rule(
      'contracts-few-packages',
      'Contracts are read by the browser. entities (13 KB, not sent to browsers) and twitter-text (15 KB) decide what a text is and how long it is, for everybody.',
      { path: '^shared/contracts', ...notTests },
      {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: ['node_modules/zod', 'node_modules/entities', 'node_modules/@ambassify/twitter-text'],
      },
    ),
    rule(
      'domain-is-pure',
      'Decisions take time, ids and randomness as arguments.',
      { path: '^shared/domain', ...notTests },
      outside('shared/contracts', 'shared/domain'),
    ),
    rule(
      'domain-no-packages',
      'Decisions do no input or output. A parser of dates (text in, days out, 100 KB in both languages) and the arithmetic of colours do none either.',
      { path: '^shared/domain', ...notTests },
      {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: ['node_modules/chrono-node', 'node_modules/(@types/)?culori'],
      },
    ),
    rule(
      'runtime-knows-contracts',
      '',
      { path: '^shared/runtime', ...notTests },
      outside('shared/contracts', 'shared/runtime'),
    ),
    rule(
      'data-stores-and-finds',
      'Repositories store and find; they decide nothing.',
      { path: '^shared/data', ...notTests },
      outside('shared/contracts', 'shared/domain', 'shared/runtime', 'shared/data'),
    ),
    rule(
      'media-know-bytes',
      'What the bytes of pictures and videos are and say about themselves; whose they are does not matter.',
      { path: '^shared/media', ...notTests },
      outside('shared/contracts', 'shared/media'),
    ),
    rule(
      'models-know-no-campaign',
      'Providers know requests and answers.',
      { path: '^shared/models', ...notTests },
      outside('shared/contracts', 'shared/media', 'shared/models'),
    ),
    rule(
      'studio-is-a-provider',
      'The offline studio answers requests like any provider.',
      { path: '^studio', ...notTests },
      outside('shared/contracts', 'shared/domain', 'shared/models', 'shared/agents', 'studio'),
    ),
    rule(
      'only-entries-choose-the-studio',
      'Which providers there are is decided where a function is put together.',
      {
        path: '^(cli|shared|functions|infra|local|web)/',
        pathNot: [
          ...notTests.pathNot,
          '^functions/playbook/run-agent\\.ts$',
          '^functions/api/generation(/configured-candidates)?\\.ts$',
        ],
      },
      { path: '^studio/' },
    ),
    rule(
      'agents-know-no-table',
      'Agents get tools, not clients.',
      { path: '^shared/agents', ...notTests },
      outside('shared/contracts', 'shared/domain', 'shared/models', 'shared/agents'),
    ),
    rule(
      'webhooks-are-told',
      'Webhooks are told what happened; they do not make it happen.',
      { path: '^shared/webhooks', ...notTests },
      outside('shared/contracts', 'shared/domain', 'shared/runtime', 'shared/data', 'shared/webhooks'),
    ),
    rule(
      'generation-knows-no-campaign-life',
      'Calls are made and counted; who needs them is not their business.',
      { path: '^shared/generation', ...notTests },
      outside(...ground, 'shared/media', 'shared/models', 'shared/generation'),
    ),
    rule(
      'events-know-no-playbook',
      'Events are told; they cause nothing but frames and messages.',
      { path: '^shared/events', ...notTests },
      outside(...ground, 'shared/webhooks', 'shared/events'),
    ),
    rule(
      'playbook-runs-phases',
      'Steps, gates and decisions of a campaign that somebody else created.',
      { path: '^shared/playbook', ...notTests },
      outside(
        ...ground,
        'shared/media',
        'shared/models',
        'shared/agents',
        'shared/generation',
        'shared/events',
        'shared/playbook',
      ),
    ),
    rule(
      'campaigns-begin-and-end',
      'A campaign from brief to export and deletion.',
      { path: '^shared/campaigns', ...notTests },
      outside(
        ...ground,
        'shared/models',
        'shared/export',
        'shared/generation',
        'shared/events',
        'shared/playbook',
        'shared/campaigns',
      ),
    ),
    rule(
      'accounts-own-campaigns',
      'An account ends with everything that it has.',
      { path: '^shared/accounts', ...notTests },
      outside(...ground, 'shared/webhooks', 'shared/events', 'shared/campaigns', 'shared/accounts'),
    ),
    rule(
      'client-runs-in-the-browser',
      'Nothing of Node or AWS.',
      { path: '^shared/client', ...notTests },
      outside('shared/contracts', 'shared/client'),
    ),
    rule(
      'client-no-packages',
      'Nothing of Node or AWS.',
      { path: '^shared/client', ...notTests },
      { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: ['node_modules/zod'] },
    ),
    rule(
      'export-is-pure',
      'Data in, files out.',
      { path: '^shared/export', ...notTests },
      outside(
        'shared/contracts',
        'shared/domain',
        'shared/media',
        'shared/models',
        'shared/client',
        'shared/outputs',
        'shared/export',
      ),
    ),
    rule(
      'outputs-are-drawn-anywhere',
      'The report and the pages draw outputs with the same components: of days and money they know what contracts and domain know.',
      { path: '^shared/outputs', ...notTests },
      outside('shared/contracts', 'shared/domain', 'shared/outputs'),
    ),
    rule(
      'outputs-few-packages',
      'A browser reads them.',
      { path: '^shared/outputs', pathNot: [...notTests.pathNot, '^shared/outputs/outputs-style\\.ts$'] },
      { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: ['node_modules/(@types/)?(react|marked)/'] },
    ),
    rule(
      'outputs-are-drawn-by-two',
      'Who draws outputs is the application and the report; nobody else needs React.',
      {
        path: '^(cli|studio|functions|infra|local|shared)/',
        pathNot: [...notTests.pathNot, '^shared/(outputs|export)/'],
      },
      { path: '^(shared/outputs/|node_modules/(@types/)?react)' },
    ),
    rule(
      'shared-knows-no-shell',
      '',
      { path: '^shared', ...notTests },
      { path: '^(cli|studio|functions|infra|local|web|tests|scripts)/' },
    ),
    rule(
      'functions-know-kit-and-shared',
      'A function never reaches into another.',
      { path: '^functions', ...notTests },
      { path: '^(cli|infra|local|web|tests|scripts)/' },
    ),
    rule(
      'functions-apart',
      'A function never reaches into another.',
      { path: '^functions/(api|live|partner|playbook|cleanup|webhooks)/', ...notTests },
      { path: '^functions/(api|live|partner|playbook|cleanup|webhooks)/', pathNot: ['^functions/$1/'] },
    ),
    rule(
      'infra-knows-contracts',
      'Functions are named by path, not imported.',
      { path: '^infra', ...notTests },
      outside('shared/contracts', 'infra'),
    ),
    rule(
      'web-knows-contracts-and-client',
      'What a browser runs sees no more than what it is sent, and draws it as the report does.',
      { path: '^web', ...notTests },
      outside('shared/contracts', 'shared/client', 'shared/outputs', 'web'),
    ),
    rule(
      'web-reads-no-files',
      'The bundler brings the stylesheet of outputs; who has none reads it.',
      { path: '^web', ...notTests },
      { path: '^shared/outputs/outputs-style\\.ts$' },
    ),
    rule(
      'features-apart',
      'A feature knows the design, the messages and the connection, never another feature: pages put them together.',
      { path: '^web/features/([^/]+)/', ...notTests },
      { path: '^web/(app|features)/', pathNot: ['^web/features/$1/'] },
    ),
    rule(
      'design-knows-no-server',
      'What the parts show they are handed. Of the client they know its errors, which they word.',
      { path: '^web/(design|i18n)/', ...notTests },
      {
        path: '^(web/(app|features|live|outputs)|shared/(client|outputs))/',
        pathNot: ['^shared/client/api-errors\\.ts$'],
      },
    ),
    rule(
      'outputs-are-shown-anywhere',
      'What an agent made looks the same wherever it is shown.',
      { path: '^web/outputs/', ...notTests },
      { path: '^web/(app|features)/' },
    ),
    rule(
      'live-draws-nothing',
      'The connection to the server has no looks.',
      { path: '^web/live/', ...notTests },
      { path: '^web/(app|design|features|outputs|i18n)/' },
    ),
    rule(
      'cli-is-a-client',
      'The commands use the API as everybody does. Of the platform they know who holds its directory, and how its files are written.',
      { path: '^cli', ...notTests },
      outside('shared/contracts', 'shared/client', 'shared/domain', 'shared/export', 'cli', 'local/state'),
    ),
    rule(
      'platform-knows-no-command',
      'Commands start the platform, not the other way round.',
      { path: '^local', ...notTests },
      { path: '^(cli|infra|web|tests|scripts)/' },
    ),
    rule(
      'only-kit-knows-middy',
      '',
      { path: '^(cli|shared|studio|functions|local|infra)/', pathNot: ['^functions/kit/'] },
      { path: 'node_modules/@middy' },
    ),
    rule(
      'only-data-spells-keys',
      '',
      { path: '^(cli|functions|local|infra|shared|studio)/', pathNot: ['^shared/data/'] },
      { path: '^shared/data/keys\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|cdk\\.out|dist|out|\\.astromedia)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
