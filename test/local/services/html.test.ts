/** HtmlService: outputs, templates, escaping. https://developers.google.com/apps-script/guides/html/templates */
import vm from 'node:vm';
import fc from 'fast-check';
import { createHtmlService } from '../../../local/runtime/services/html';
import { fakeHost, scripted, type Scripted } from './fake-host';

function open(files: Record<string, string> = {}): Scripted {
  const host = fakeHost();
  host.file.htmlFiles = new Map(Object.entries(files));
  return scripted(createHtmlService(host));
}

/** Evaluates a template as the bundle does: its code in a global scope, its properties as variables. */
function evaluate(template: string, variables: Record<string, unknown> = {}, code = 'getCode'): string {
  const HtmlService = open();
  const source: string = HtmlService.createTemplate!(template)[code]();
  return vm.runInNewContext(source, { HtmlService, ...variables }).getContent();
}

const PLAIN: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'" };

test('scriptlets run, print escaped, and print as is', () => {
  const page = '<ul><? for (var n of names) { ?><li><?= n ?></li><? } ?></ul><?!= "<hr>" ?>';
  expect(evaluate(page, { names: ['a<b', '"c" & d'] })).toBe(
    '<ul><li>a&lt;b</li><li>&#34;c&#34; &amp; d</li></ul><hr>',
  );
});

test('a printing scriptlet prints its first statement only', () => {
  expect(evaluate('<b><?= 1; 2 ?></b>')).toBe('<b>1</b>');
  expect(evaluate('<?= "a" // comment ?>')).toBe('a');
});

test('escaping depends on the place', () => {
  const value = `'"</script><b onclick=x>`;
  const quoted = `&#39;&#34;&lt;/script&gt;&lt;b onclick=x&gt;`;
  expect(evaluate('<p title="<?= v ?>">', { v: value })).toBe(`<p title="${quoted}">`);
  expect(evaluate('<p title=<?= v ?>>', { v: 'a b=c' })).toBe('<p title=a&#32;b&#61;c>');
  const script = evaluate('<script>var v = <?= v ?>, n = <?= 3 ?>, s = "<?= v ?>";</script>', { v: value });
  expect(script.match(/<\/script>/g)).toHaveLength(1);
  const scope = vm.runInNewContext(`${script.slice(8, -9)}; ({ v, n, s })`);
  expect({ ...scope }).toEqual({ v: value, n: 3, s: value });
  expect(evaluate('<a href="<?= v ?>">', { v: 'javascript:alert(1)' })).toBe('<a href="#">');
  expect(evaluate('<a href="<?= v ?>">', { v: 'https://x.org/?a=1&b=2' })).toBe(
    '<a href="https://x.org/?a=1&amp;b=2">',
  );
  expect(evaluate('<a href="/go?to=<?= v ?>">', { v: 'javascript:x' })).toBe(
    '<a href="/go?to=javascript:x">',
  );
  expect(evaluate('<style>p{color:<?= v ?>}</style><?= "&" ?>', { v: 'red}*{x:y' })).toBe(
    '<style>p{color:}</style>&amp;',
  );
  expect(evaluate('<!-- <?= v ?> --><p <?= w ?>>', { v: '-->', w: 'onclick' })).toBe('<!--  --><p >');
});

test('strings of scripts and of handlers are told from the code around them', () => {
  const variables = { v: `a'"b*/` };
  const script = evaluate(
    '<script>var u = "http://x.org"; /* <?= v ?> */ var v = <?= v ?>;</script>',
    variables,
  );
  expect(vm.runInNewContext(`${script.slice(8, -9)}; v`)).toBe(variables.v);
  const single = evaluate(`<b onclick="f('<?= v ?>')">`, variables);
  expect(single).toBe(`<b onclick="f('a\\x27\\x22b*\\x2f')">`);
  expect(evaluate('<b onclick="f(<?= v ?>)">', variables)).toContain('f(&#34;a\\x27');
});

test('no value breaks out of its place', () => {
  const page = '<p title="<?= v ?>"><?= v ?></p><script>var s = \'<?= v ?>\', v = <?= v ?>;</script>';
  const marks = fc.string({ unit: fc.constantFrom(...`<>"'\`&/\\= \n\u2028*!-ab`) });
  fc.assert(
    fc.property(marks, (v) => {
      const [, title, text, script = ''] =
        /^<p title="([^"<>]*)">([^<>]*)<\/p><script>([^<]*)<\/script>$/.exec(evaluate(page, { v })) ?? [];
      const plain = (html = '') =>
        html.replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => PLAIN[entity] ?? entity);
      expect([plain(title), plain(text)]).toEqual([v, v]);
      expect({ ...vm.runInNewContext(`${script}; ({ s, v })`) }).toEqual({ s: v, v });
    }),
    { numRuns: 60 },
  );
});

test('the code with comments does the same', () => {
  expect(evaluate('<b>\n<?= 1 + 1 ?></b>', {}, 'getCodeWithComments')).toBe('<b>\n2</b>');
});

test('files are found with or without their ending', () => {
  const service = open({ Page: '<p>', 'parts/row': '<?= 1 ?>' });
  expect(service.createHtmlOutputFromFile!('Page').getContent()).toBe('<p>');
  expect(service.createHtmlOutputFromFile!('Page.html').getContent()).toBe('<p>');
  expect(service.createTemplateFromFile!('parts/row').getRawContent()).toBe('<?= 1 ?>');
  expect(() => service.createHtmlOutputFromFile!('Absent')).toThrow('No HTML file named Absent was found.');
});

// https://developers.google.com/apps-script/reference/html/html-output
test('an output is changed in place and tells its settings', () => {
  const output = open().createHtmlOutput!('<p>').append('a').appendUntrusted('<b>').setTitle('T').setWidth(1);
  expect(output.getContent()).toBe('<p>a&lt;b&gt;');
  expect([output.getTitle(), output.getWidth(), output.getHeight()]).toEqual(['T', 1, null]);
  expect(output.getBlob().getDataAsString()).toBe('<p>a&lt;b&gt;');
  expect(output.asTemplate().getRawContent()).toBe('<p>a&lt;b&gt;');
  expect(output.clear().getContent()).toBe('');
  expect(output.setContent('<script>x = "').appendUntrusted('"').getContent()).toBe('<script>x = "\\x22');
});

// https://developers.google.com/apps-script/reference/html/html-output#addMetaTag(String,String): four names
test('only four meta tags are allowed', () => {
  const output = open().createHtmlOutput!().addMetaTag('viewport', 'width=device-width');
  expect(output.getMetaTags()[0].getContent()).toBe('width=device-width');
  expect(() => output.addMetaTag('author', 'me')).toThrow(
    'The meta tag you specified is not allowed in this context.',
  );
});

test('an unclosed scriptlet is an error', () => {
  expect(() => open().createTemplate!('<b><?= 1').getCode()).toThrow('a scriptlet is not closed');
});
