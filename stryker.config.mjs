/**
 * The mutation run (`npm run test:mutation`): faults are planted one by one in what writes published
 * files and sentences, and a test has to notice each. Its report is in reports/mutation.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: [
    'src/cli/answers.ts',
    'src/text/*.ts',
    'src/query/**/*-words.ts',
    'src/query/per.ts',
    'src/components/**/*-{text,words}.ts',
    'src/components/calculator/{amount,usage-report,usage-table}.ts',
    'src/components/compare/{attributes,comparison-markdown,comparison-view}.ts',
    'src/components/hosts/{grid-span,host-sentence}.ts',
    'src/components/index-table/{row-figures,table-title}.ts',
    'src/components/methodology/validation/score-rows.ts',
    'src/components/model-page/{endpoint-rows,nearest,neighbours}.ts',
    'src/components/sharing/{cards,snippets}.ts',
    'src/library/{model-names,rounding}.ts',
    'src/release/{citation,electricity-share,host-servings}.ts',
    'src/published/{badge,grid-intensity,hosts-json,index-columns,index-csv,index-json,model-fields,model-json,requests-json,usage-report-json}.ts',
    'src/published/archive/{change-words,feeds,input-words,release-change}.ts',
    'src/published/report/report-{row,text}.ts',
    'src/ui/article/citation-text.ts',
  ],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  coverageAnalysis: 'perTest',
  // Tables of words are read when a module is loaded: each would need all tests anew, and a test of
  // them would repeat them.
  ignoreStatic: true,
  disableTypeChecks: false,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  reporters: ['clear-text', 'html', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // A fault that ends nowhere is rare here, and a busy machine is not: what is slow is not a find.
  timeoutMS: 60_000,
  concurrency: 2,
  ignorePatterns: ['/dist', '/package', '/docs', '/test-results', '/reports', '/tests/e2e'],
  tempDirName: '.stryker-tmp',
};
