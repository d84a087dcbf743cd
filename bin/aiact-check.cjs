#!/usr/bin/env node
// Runs dist/cli.cjs from code that V8 compiled at build time. Another version of Node refuses that code and compiles its own.
const { readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { join } = require('node:path');
const { constants, Script } = require('node:vm');

const folder = join(__dirname, '../dist');
const filename = join(folder, 'cli.cjs');

function compiled() {
  try {
    return readFileSync(join(folder, 'cli.cache'));
  } catch {
    return undefined;
  }
}

const script = new Script(wrap(readFileSync(filename, 'utf8')), {
  filename,
  cachedData: compiled(),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
script.runInThisContext()(exports, createRequire(filename), module, filename, folder);
module.exports = script;
