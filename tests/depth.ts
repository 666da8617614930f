/**
 * Whether the tests look at every page in every language: `npm run test:all`, once a day. `npm test` looks at a choice of
 * them, which finds what a change to a template or to a language's words breaks. Read here and nowhere else.
 */
export const looksAtEverything = process.env['TEST_ALL'] === '1';
