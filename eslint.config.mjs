import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import { TypeFlags } from 'typescript';
import ts from 'typescript-eslint';

/** A key that is any text finds what every object has: `constructor` is no separator. */
const ownMembers = {
  meta: {
    type: 'problem',
    messages: {
      own: 'Use lookUp of wasm/contract/look-up.ts, or a Map: every object has a “constructor”.',
    },
  },
  create(context) {
    const { getTypeAtLocation } = context.sourceCode.parserServices;
    const isText = (type) =>
      type.isUnion() ? type.types.some(isText) : (type.flags & TypeFlags.String) !== 0;
    return {
      'MemberExpression[computed=true]': (node) => {
        if (isText(getTypeAtLocation(node.property))) context.report({ node, messageId: 'own' });
      },
      "BinaryExpression[operator='in'][left.type!=/Literal|PrivateIdentifier/]": (node) =>
        context.report({ node, messageId: 'own' }),
    };
  },
};

export default ts.config(
  { ignores: ['build/', 'dist/', 'node_modules/'] },
  js.configs.recommended,
  {
    // A regular expression that goes back over its text makes one long line take minutes.
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    },
  },
  {
    // Nor may one that fails at every place of it: what a person loads comes in here.
    files: ['wasm/**', 'web/**'],
    rules: { 'regexp/no-super-linear-move': ['error', { report: 'potential' }] },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    files: ['wasm/**/*.ts', 'web/**/*.ts', 'web/**/*.tsx'],
    ignores: ['wasm/contract/look-up.ts'],
    plugins: { spreiding: { rules: { 'own-members': ownMembers } } },
    rules: { 'spreiding/own-members': 'error' },
  },
  {
    // What the build and the core wrote themselves is read as it is.
    files: ['wasm/**/*.ts', 'web/**/*.ts', 'web/**/*.tsx'],
    ignores: ['wasm/files/json.ts', 'wasm/index.ts', 'web/embed/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'JSON', property: 'parse', message: 'Use readJson of wasm/files/json.ts.' },
      ],
    },
  },
  {
    // A list as long as a file holds more than a call takes arguments.
    files: ['wasm/**', 'web/pictures/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Math'] > SpreadElement",
          message: 'Take the largest one by one: a list may be longer than a call takes.',
        },
      ],
    },
  },
  {
    files: ['web/**/*.tsx'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['web/offline/*.js'],
    languageOptions: {
      globals: {
        self: 'readonly',
        caches: 'readonly',
        crypto: 'readonly',
        setTimeout: 'readonly',
        TextDecoder: 'readonly',
        fetch: 'readonly',
        Response: 'readonly',
        URL: 'readonly',
      },
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        AbortSignal: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        TextEncoder: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
        document: 'readonly',
        MutationObserver: 'readonly',
        requestAnimationFrame: 'readonly',
      },
    },
  },
);
