/** The architecture as rules; each says why to the person who just broke it. */
export default {
  forbidden: [
    {
      name: 'pure-domain',
      comment:
        'The domain is a calculator: it knows no server, database, file or feature. Pass what it needs as data.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.test(-support)?\\.ts$' },
      to: {
        pathNot: [
          '^src/domain/',
          '^node_modules/big\\.js/',
          '^node_modules/@types/big\\.js/',
          '^node_modules/jsep/',
        ],
      },
    },
    {
      name: 'features-apart',
      comment:
        'Topics know each other only by address (`*.paths.ts`). What two need belongs to the domain or to a shared ring (scopes, steps, files).',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: '\\.test(-support)?\\.tsx?$' },
      to: { path: '^src/features/([^/]+)/', pathNot: ['^src/features/$1/', '\\.paths\\.ts$'] },
    },
    {
      name: 'sql-only-in-stores',
      comment: 'Queries live in `*.store.ts` (and src/db); an action asks a store.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '\\.store\\.ts$',
          '^src/db/',
          '^src/app\\.ts$',
          '^src/actions/action\\.ts$',
          '\\.test(-support)?\\.tsx?$',
        ],
      },
      to: { path: '^node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-without-stores',
      comment:
        'A page turns props into HTML: it gets data from its route and may only borrow types from a store.',
      severity: 'error',
      from: { path: '\\.page\\.tsx$' },
      to: { path: '(\\.store\\.ts|\\.actions\\.ts|^src/db/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-knows-no-topic',
      comment: 'Components serve every topic; the sentences of a topic arrive as props.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: '\\.test(-support)?\\.tsx?$' },
      to: { path: '^src/(features|http|db|actions|scopes|steps|files)/' },
    },
    {
      name: 'box-has-one-door',
      comment: 'Ballots are written and read by one store only.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/features/conferences/', '\\.test(-support)?\\.tsx?$', '^src/(cli|features)\\.ts$'],
      },
      to: { path: '^src/features/conferences/box\\.store\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'A circle of imports has no first page to read.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/ui/assets\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What the product needs does not lie in a test.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test(-support)?\\.tsx?$' },
      to: { path: '(\\.test(-support)?\\.tsx?$|^test/)' },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
