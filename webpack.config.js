// Builds the server bundle, dist/Code.js, for Apps Script's V8, with the manifest beside it.
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const GasPlugin = require('gas-webpack-plugin');

module.exports = {
  mode: 'production',
  // 'web' names the chunk format; ES2019 is what Apps Script parses for certain (no #private, no static fields).
  // https://developers.google.com/apps-script/guides/v8-runtime
  target: ['web', 'es2019'],
  devtool: false,
  entry: './src/main.ts',
  output: { path: path.resolve(__dirname, 'dist'), filename: 'Code.js', clean: true },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    // Dependencies are lowered too: zod ships newer syntax than Apps Script accepts.
    rules: [{ test: /\.[cm]?[jt]s$/, loader: 'esbuild-loader', options: { target: 'es2019' } }],
  },
  performance: { hints: false },
  plugins: [
    new GasPlugin({ comment: false, include: ['src/main.ts'] }),
    new CopyPlugin({ patterns: ['appsscript.json'] }),
  ],
};
