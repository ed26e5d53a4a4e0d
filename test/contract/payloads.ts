const EVIL = 'Bcc: thief@example.org'
const LINE_ENDS = [
  '\r\n',
  '\n',
  '\r',
  '\u2028',
  '\u2029',
  '\u0085',
  '\v',
  '\f',
  '\0',
  '\r\n\t',
  '\n\r',
  '%0d%0a',
  '\\r\\n',
  '&#13;&#10;',
  '嘊嘍',
  '\u{e000a}',
]

/** Texts that try to end a header, add one, add a recipient, or begin a mail of their own (case M5). */
export const HEADERS = [
  ...LINE_ENDS.map(end => `x${end}${EVIL}`),
  ...LINE_ENDS.slice(0, 5).map(end => `x${end}${end}body of its own`),
  ...[
    'x\r\nTo: thief@example.org',
    'x\r\nFrom: boss@example.org',
    'x\r\nSubject: other',
    'x\r\nX-Evil: 1',
    'x\r\nContent-Type: text/html',
  ],
  ...['\r\n.\r\nMAIL FROM:<x@y.example>\r\nRCPT TO:<thief@example.org>\r\nDATA', 'x\r\n.\r\nQUIT', '.\r\n', '\n.\n'],
  ...[
    '=?UTF-8?B?eA0KQmNjOiB0aGllZkBleGFtcGxlLm9yZw==?=',
    '=?UTF-8?Q?x=0D=0ABcc:_thief@example.org?=',
    '=?utf-7?Q?+AA0ACg-Bcc?=',
  ],
  ...[
    '"<a@b.example>" <c@d.example>',
    'a@b.example, thief@example.org',
    'group: thief@example.org;',
    'x <thief@example.org>',
    '<thief@example.org>',
  ],
  ...[
    ',;<>',
    '"\\"',
    '\\',
    '"',
    '(comment) thief@example.org',
    '[x]@y',
    '\u202egnp.exe',
    '\u2066hidden\u2069',
    `${'long '.repeat(20)}\r\n${EVIL}`,
  ],
  ...['ＢＣＣ：ｘ', 'x\u0000y', '\ufeffx', '\ud800', 'Ａ\u0301\u0301\u0301\u0301\u0301', '🏴󠁧󠁢󠁥󠁮󠁧󠁿👩‍👩‍👧‍👦'],
]

/** Texts that try to be a program, a template or markup (case M6). */
export const TEMPLATES = [
  ...[
    "{{constructor.constructor('return process')()}}",
    '{{__proto__}}',
    '{{env.PATH}}',
    '{{this}}',
    '{{#each this}}x{{/each}}',
    '{{{company}}}',
  ],
  ...[
    '{{company}}{{company}}',
    '{{first_name}}',
    '{{ {{company}} }}',
    '{{first_name|safe}}',
    '{{7*1111111}}',
    '{% for x in y %}{% endfor %}',
    '{{"a".repeat(9)}}',
  ],
  ...[
    '$'.concat('{process.env.PATH}'),
    '$'.concat('{7*1111111}'),
    '<%= process.env.PATH %>',
    '#{7*1111111}',
    '@{7*1111111}',
    '*{7*1111111}',
    '$(id)',
    '`id`',
    '%PATH%',
    '!!js/function x',
  ],
  ...[
    '{company}',
    '{n, plural, one {x} other {y}}',
    "{company, select, other {'{'}}",
    '%s%s%n',
    '{0}',
    '{{=<% %>=}}<% company %>',
  ],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    '</td></tr></table><iframe src=//evil.example>',
    '<!--[if mso]><script>x</script><![endif]-->',
  ],
  ...[
    '<a href="javascript:alert(1)">x</a>',
    '" onmouseover="alert(1)',
    '<style>*{display:none}</style>',
    ']]><x>',
    '<base href="//evil.example">',
    '&lt;script&gt;',
    '<meta http-equiv=refresh>',
  ],
]

/** What looks like an address to one program and like two, none or another one to the next. */
export const ADDRESSES = [
  ...[
    'a@b.example\r\nBcc: x@y.example',
    'a@b.example, c@d.example',
    '"a b"@c.example',
    '<a@b.example>',
    'Anna <a@b.example>',
    'a@b.example>',
  ],
  ...[
    '(x)a@b.example',
    'a(x)@b.example',
    'a@[127.0.0.1]',
    'group: a@b.example;',
    'a@b.example\0',
    'a@b',
    'a@-b.example',
    'a b@c.example',
    '@b.example',
  ],
  ...[
    'a@b.example?bcc=x@y.example',
    `${'x'.repeat(65)}@b.example`,
    'a@b..example',
    'a\\@b.example@c.example',
    '=?utf-8?q?a?=@b.example',
  ],
]
