import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, type XmlRead } from '#shared/sources/qimen/read-xml.ts';
import { fixture } from '../../contract/source-vectors.ts';

const utf8 = 'text/xml;charset=utf-8';
const read = (text: string, contentType = utf8): XmlRead => readXml(Buffer.from(text), contentType, 'request');
const valueIn = (result: XmlRead): unknown => (result.ok ? result.value : result.reason);
const reasonOf = (result: XmlRead): string =>
  result.ok ? `understood as ${JSON.stringify(result.value)}` : result.reason;
const inside = (text: string): unknown => valueIn(read(`<request>${text}</request>`));

describe('readXml', () => {
  it('gives texts and never numbers: leading zeros and long digits stay', () => {
    expect(inside('<a>007</a><b>12345678901234567890</b><c>1.0</c><d>true</d><e>1e3</e>')).toEqual({
      a: '007',
      b: '12345678901234567890',
      c: '1.0',
      d: 'true',
      e: '1e3',
    });
  });

  it('gives several elements of one name as a list, one as itself, and an empty one not at all', () => {
    expect(inside('<a>1</a><a>2</a><b> x </b><c></c><d/><e>  </e>')).toEqual({ a: ['1', '2'], b: 'x' });
  });

  it('gives several elements that are all empty not at all, too', () => {
    expect(inside('<a/><a></a><b><c/><c> </c></b><d/><d>1</d>')).toEqual({ b: {}, d: ['1'] });
  });

  it('leaves attributes, comments and instructions out, and takes CDATA as it stands', () => {
    const text =
      '<?xml version="1.0"?><!-- <a>1</a> --><request x="1"><a y="2">t</a><b><![CDATA[<i>&amp;</i>]]></b></request>';

    expect(valueIn(read(text))).toEqual({ a: 't', b: '<i>&amp;</i>' });
  });

  it('reads the five named entities and character references, once, and no others', () => {
    expect(
      inside('<a>&lt;&gt;&amp;&quot;&apos;</a><b>&#65;&#x4e2d;</b><c>&amp;lt;</c><d>&nbsp;&#0;&#xD800;</d>'),
    ).toEqual({
      a: '<>&"\'',
      b: 'A中',
      c: '&lt;',
      d: '&nbsp;&#0;&#xD800;',
    });
  });

  it('understands a body in GBK, by its content type or by its own declaration', () => {
    const gbk = fixture('qimen/returnorder-confirm-gbk');
    const named = { returnOrder: { logisticsName: '圆通速递', remark: '外箱破损' } };

    expect(readXml(gbk, 'text/xml;charset=GBK', 'request')).toMatchObject({ ok: true, value: named });
    expect(readXml(gbk, 'text/xml', 'request')).toMatchObject({ ok: true, value: named });
  });

  it('takes UTF-8 with a byte order mark', () => {
    expect(valueIn(read('\ufeff<request><a>1</a></request>'))).toEqual({ a: '1' });
  });

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x3c, 0xff, 0x3e]), utf8],
    ['GBK called UTF-8', fixture('qimen/returnorder-confirm-gbk'), utf8],
    ['an encoding that it does not read', Buffer.from('<request/>', 'utf16le'), 'text/xml;charset=utf-16'],
  ])('refuses %s', (_name, bytes, contentType) => {
    expect(reasonOf(readXml(bytes, contentType, 'request'))).toBe('the body is neither UTF-8 nor GBK');
  });

  it.each([
    ['UTF-16 called UTF-8', Buffer.from('<!DOCTYPE a><request/>', 'utf16le').toString('latin1')],
    ['a NUL', '<request>\0</request>'],
  ])('refuses %s', (_name, text) => {
    expect(reasonOf(readXml(Buffer.from(text, 'latin1'), utf8, 'request'))).toMatch(/control characters|neither/);
  });

  it.each([
    ['a document type', '<!DOCTYPE request><request/>'],
    ['a document type in another case', '<!dOcTyPe request><request/>'],
    ['an external entity (XXE)', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><request><a>&x;</a></request>'],
    ['a parameter entity', '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://169.254.169.254/">%x;]><request/>'],
    ['an entity without a document type', '<request><!ENTITY a "b"><a>&a;</a></request>'],
    [
      'billion laughs',
      `<!DOCTYPE r [<!ENTITY a "ha">${[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`).join('')}]><request>&j;</request>`,
    ],
    ['a document type behind a comment', '<!-- --><!DOCTYPE r><request/>'],
    ['a document type cut short', '<!D><request/>'],
    ['a document type in a comment', '<request><!-- <!DOCTYPE r> --></request>'],
    ['an entity in a CDATA section', '<request><![CDATA[<!ENTITY a "b">]]></request>'],
  ])('refuses %s before it parses', (_name, text) => {
    expect(reasonOf(read(text))).toBe('the body has a document type, an entity or another declaration');
  });

  /** Comments were cut out first, and a document type between two quotes with a comment's ends in them was cut out with them. */
  it.each([
    ['an attribute', '<request a="<!--"><!DOCTYPE r [<!ENTITY x "y">]><b c="-->">&x;</b></request>'],
    ['an instruction', '<?a <!-- ?><!DOCTYPE r [<!ENTITY x "y">]><?b --> ?><request>&x;</request>'],
    ['a CDATA section', '<request><![CDATA[<!--]]><!DOCTYPE r><![CDATA[-->]]></request>'],
  ])('refuses a document type behind the start of a comment in %s', (_name, text) => {
    expect(reasonOf(read(text))).toMatch(/document type/);
  });

  it('counts elements behind the start of a comment in an attribute', () => {
    const text = `<request a="<!--">${'<a/>'.repeat(50_000)}<b c="-->"/></request>`;

    expect(reasonOf(read(text))).toMatch(/more than 50000 elements/);
  });

  it('counts attributes with a < in each, too', () => {
    const attributes = Array.from({ length: 10_001 }, (_, at) => `a${at}="<"`).join(' ');

    expect(reasonOf(read(`<request ${attributes}/>`))).toMatch(/more than 10000 attributes/);
  });

  it.each([
    ['a depth bomb', `<request>${'<a>'.repeat(33)}${'</a>'.repeat(33)}</request>`],
    ['a depth bomb without ends', `<request>${'<a>'.repeat(40_000)}`],
    ['an element that is not closed', '<request><a></request>'],
    ['an unclosed comment', '<request><!-- </request>'],
    ['an unclosed CDATA section', '<request><![CDATA[ </request>'],
    ['thousands of unclosed sections', `<request>${'<![CDATA['.repeat(40_000)}`],
    ['text before its root', '0<request><a>1</a></request>'],
    ['two roots', '<request/><request/>'],
    ['an element named __proto__', '<request><__proto__><admin>1</admin></__proto__></request>'],
    ['no XML', 'flag=success'],
  ])('refuses %s', (_name, text) => {
    expect(reasonOf(read(text))).toMatch(/not well-formed|no <request>/);
    expect(({} as { admin?: string }).admin).toBeUndefined();
  });

  it('refuses ten thousand attributes, and takes as many as a sender could need', () => {
    const attributes = (count: number): string => Array.from({ length: count }, (_, at) => `a${at}="1"`).join(' ');

    expect(reasonOf(read(`<request ${attributes(10_000)}><b>1</b></request>`))).toMatch(/more than 32 attributes/);
    expect(valueIn(read(`<request ${attributes(32)}><b>1</b></request>`))).toEqual({ b: '1' });
  });

  it('refuses more elements, and more bytes, than a message has', () => {
    expect(reasonOf(read(`<request>${'<a/>'.repeat(50_000)}</request>`))).toMatch(/more than 50000 elements/);
    expect(reasonOf(read(`<request>${'x'.repeat(1024 * 1024)}</request>`))).toMatch(/more than 1048576 bytes/);
  });

  it('refuses another root', () => {
    expect(reasonOf(read('<response><flag>success</flag></response>'))).toBe('the body is no <request>');
  });

  it('never throws, whatever the bytes and the content type are', async () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<request>',
      '</request>',
      '<!',
      '<![CDATA[',
      ']]>',
      '&',
      '<?',
      '"',
      '=',
      'x',
    );
    const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }).map((parts) => Buffer.from(parts.join('')));
    const contentType = fc.oneof(fc.constantFrom(utf8, 'text/xml;charset=gbk', ''), fc.string());
    await fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array()), contentType, (bytes, type) => {
        expect(typeof readXml(bytes, type, 'request').ok).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });
});
