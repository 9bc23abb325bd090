import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { modelFinder } from '../../../../src/library/find-model.ts';
import { activityLines } from '../../../../src/text/activity/activity-lines.ts';
import { activitySentences } from '../../../../src/text/activity/activity-words.ts';
import { decodedExport } from '../../../../src/text/activity/decode-export.ts';
import { readActivity } from '../../../../src/text/activity/read-activity.ts';

const read = (text: string) => readActivity(Papa, text);
const HEADER = 'date,model,input_tokens,output_tokens,cached_tokens';
const ROW = '2026-10-01,x/y,1000,200,400';
const WHOLE = { inputTokens: 600, cachedInputTokens: 400, outputTokens: 200 };

/** What is read, and how many rows are left out for which reason, the first of them by number. */
const outcome = (text: string) => {
  const { rows, byModel, leftOut } = read(text);
  return {
    rows,
    input: byModel.get('x/y')?.inputTokens,
    leftOut: [...leftOut].map(([why, { count, first }]) => [why, count, first[0]]),
  };
};

test.each([
  ['as it is', `${HEADER}\n${ROW}`],
  ['with Windows’ line ends', `${HEADER}\r\n${ROW}\r\n`],
  ['with both line ends', `${HEADER}\r\n${ROW}\n`],
  ['with a sep= line', `sep=,\r\n${HEADER}\r\n${ROW}\r\n`],
  ['with a quoted sep= line and semicolons', `"sep=;"\n${HEADER}\n${ROW}`.replaceAll(',', ';')],
  ['with tabs', `${HEADER}\n${ROW}`.replaceAll(',', '\t')],
  ['with bars', `${HEADER}\n${ROW}`.replaceAll(',', '|')],
  ['with quotes', `${HEADER}\n${ROW}`.replaceAll(/[^,\n]+/g, '"$&"')],
  [
    'with other letters in the header',
    `Date, MODEL ,"Input Tokens",OutputTokens,cached-tokens\n${ROW}`,
  ],
  ['below a title', `Usage report\nOctober, all teams\n\n${HEADER}\n${ROW}`],
  [
    'with commas in the title and semicolons below',
    `Usage, October, all\n${`${HEADER}\n${ROW}`.replaceAll(',', ';')}`,
  ],
  [
    'with German names',
    `Datum,Modell,Eingabe-Token,Ausgabe-Token,Zwischengespeicherte Token\n${ROW}`,
  ],
  ['with French names', `Date,Modèle,Jetons d’entrée,Jetons de sortie,Jetons en cache\n${ROW}`],
  ['with Spanish names', `Fecha,Modelo,Tokens de entrada,Tokens de salida,Tokens en caché\n${ROW}`],
  ['with Portuguese names', `Dia,Modelo,Tokens de entrada,Tokens de saída,Tokens em cache\n${ROW}`],
  ['with Italian names', `Giorno,Modello,Token di input,Token di output,Token in cache\n${ROW}`],
  ['with Chinese names', `日期,模型,输入Token,输出Token,缓存命中Token\n${ROW}`],
  ['with Japanese names', `日付,モデル,入力トークン,出力トークン,キャッシュトークン\n${ROW}`],
  [
    'with spaces before quotes',
    `${HEADER.replaceAll(',', ', ')}\n2026-10-01, "x/y", "1,000", 200, 400\n"2026-10-01", "z", "1,000,000", 0, 0`,
  ],
  ['with columns nobody asked for', `note,${HEADER}\n"a, ""b""\nc",${ROW}`],
  ['with empty cells at the end', `${HEADER}\n${ROW},,`],
  [
    'with numbers of Excel in Germany',
    `${HEADER}\n2026-10-01,x/y,1.000,200,400\n2026-10-01,z,1.000.000,0,0`.replaceAll(',', ';'),
  ],
])('an export %s is read whole', (_how, text) => {
  const activity = read(text);
  expect(activity.byModel.get('x/y')).toEqual(WHOLE);
  expect([...activity.leftOut]).toEqual([]);
  expect(activity.days).toEqual({ first: '2026-10-01', last: '2026-10-01' });
});

test.each([
  ['utf-8 with a mark', (text: string) => new TextEncoder().encode(`\ufeff${text}`)],
  ['utf-16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16le without a mark', (text: string) => Buffer.from(text, 'utf16le')],
  ['utf-16be', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['windows-1252', (text: string) => Buffer.from(text, 'latin1')],
])('a file in %s is read whole', async (_encoding, encode) => {
  const text = `${HEADER};Übersicht\n2026-10-01;x/y;1\u00a0000;200;400;\n`.replaceAll(',', ';');
  expect(read(await decodedExport(new Blob([encode(text)]))).byModel.get('x/y')).toEqual(WHOLE);
});

test.each([
  ['utf-16le', (text: string) => Buffer.from(text, 'utf16le')],
  ['utf-16be', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ['utf-32le', (text: string) => Buffer.from(`${[...`\ufeff${text}`].join('\0')}\0`, 'utf16le')],
  ['what was utf-16, read as another', (text: string) => Buffer.from([...text].join('\0'))],
])('a file in %s is read whole below a title in other letters', async (_encoding, encode) => {
  const text = `使用量\n${HEADER}\n${ROW}\n`;
  expect(read(await decodedExport(new Blob([encode(text)]))).byModel.get('x/y')).toEqual(WHOLE);
});

test.each([
  ['spaces without width', '\u200b'],
  ['marks of direction', '\u200f'],
  ['overrides of direction', '\u202e'],
  ['soft hyphens', '\u00ad'],
  ['byte order marks', '\ufeff'],
  ['letters’ variants', '\ufe0f'],
])('%s within names and numbers are passed over', async (_what, mark) => {
  const text = `${HEADER}\n${ROW}`.replaceAll(/[a-z](?=[a-z/_])|\d(?=0)/g, `$&${mark}`);
  expect(read(await decodedExport(new Blob([text]))).byModel.get('x/y')).toEqual(WHOLE);
  const record = { model: `x/${mark}y`, input_tokens: 600, cached_tokens: 0, output_tokens: 200 };
  expect([...read(JSON.stringify(record)).byModel.keys()]).toEqual(['x/y']);
});

test.each([
  ['a spreadsheet', [0x50, 0x4b, 3, 4], /Save it as CSV/],
  ['a compressed file', [0x1f, 0x8b, 8], /Unpack it/],
] as const)('%s is refused with advice', async (_what, bytes, advice) => {
  await expect(decodedExport(new Blob([new Uint8Array(bytes)]))).rejects.toThrow(advice);
});

test('what is too large is refused in words', async () => {
  const megabyte = new Uint8Array(1e6);
  const source = new Blob(Array.from({ length: 101 }, () => megabyte));
  await expect(decodedExport(source)).rejects.toThrow(/101 MB; up to 100 MB/);
});

describe('a row that cannot be read is left out with its reason and its number', () => {
  test.each([
    ['text', '2026-10-01,x/y,many,200,400', 'text'],
    ['NaN', '2026-10-01,x/y,1000,NaN,400', 'text'],
    ['no number', '2026-10-01,x/y,,200,400', 'empty'],
    ['a negative number', '2026-10-01,x/y,1000,-200,0', 'negative'],
    ['a fraction', '2026-10-01,x/y,1000,200.5,0', 'fractional'],
    ['an ambiguous number', '2026-10-01,x/y,4.000,200,0', 'ambiguous'],
    ['too large a number', '2026-10-01,x/y,1e30,200,0', 'too large'],
    ['no model', '2026-10-01,,1000,200,0', 'no model'],
    ['no more than a day', '2026-10-01,,,,', 'nothing'],
    ['a comment', '# end of the export', 'nothing'],
    ['errors of a spreadsheet', '#REF!,#REF!,#REF!,#REF!,#REF!', 'text'],
    ['a rule', ':---,---,---:,---:,---', 'nothing'],
    ['how many rows there are', '(1 row)', 'nothing'],
    ['a number with commas', '2026-10-01,x/y,1,000,000,200,0', 'too many cells'],
    ['an end', '2026-10-01,x/y,1000,2', 'cut off'],
    ['a sum', 'Total,,2000,400,800', 'total'],
    ['a sum in fewer cells', 'Grand total,2000', 'total'],
    ['a sum as spreadsheets name it', ',总和,2000,400,800', 'total'],
    ['the header', HEADER, 'header again'],
    ['the header in other letters', HEADER.toUpperCase(), 'header again'],
    ['a model in two lines', '2026-10-01,"x\ny",1000,200,400', 'broken quotes'],
  ])('%s', (_what, row, why) => {
    expect(outcome(`${HEADER}\n${ROW}\n${row}\n${ROW}`)).toEqual({
      rows: 3,
      input: 1200,
      leftOut: [[why, 1, 3]],
    });
  });

  test('all rows below a header with other columns, up to the first again', () => {
    const other = 'Model,Output tokens,Input tokens\nx/y,30,40\nx/y,50,60';
    const first = 'model,input_tokens,output_tokens';
    const text = `${first}\nx/y,1,2\n${other}\n${first}\nx/y,3,4`;
    expect(outcome(text)).toEqual({
      rows: 6,
      input: 4,
      leftOut: [
        ['other header', 3, 3],
        ['header again', 1, 6],
      ],
    });
  });

  test('a total alone', () => {
    const text = 'model,input,output,total_tokens\nx/y,1,2,3\nx/y,,,5';
    expect(outcome(text)).toEqual({ rows: 2, input: 1, leftOut: [['only a total', 1, 3]] });
  });

  test('lines that are no JSON, and records that name no model', () => {
    const text =
      '{"model":"x/y","prompt_tokens":1,"completion_tokens":2}\n{"event":"start"}\n{"prompt_tokens":1,"completion_tokens":2}\n{"model":"x/y","prompt_to';
    expect(outcome(text)).toEqual({ rows: 2, input: 1, leftOut: [['no model', 1, 3]] });
    expect(read(text)).toMatchObject({ withoutTokens: 1, notJson: 1 });
  });
});

describe('a row that repeats what others of its model add up to is counted once', () => {
  const LABELLED = 'model,day,user,input_tokens,output_tokens';
  const DAYS = 'x/y,2026-10-01,a,1000,200\nx/y,2026-10-02,b,500,100';
  test.each([
    ['a word for all in the place of the day', 'x/y,Total,,1500,300'],
    ['a word for all in the place of the user', 'x/y,2026-10,(All),1500,300'],
    ['a word in German', 'x/y,Gesamtergebnis,,1500,300'],
    ['the month in the place of the day', 'x/y,2026-10,c,1500,300'],
    ['the quarter in the place of the day', 'x/y,2026-Q4,c,1500,300'],
    ['nothing in their place', 'x/y,,,1500,300'],
    ['what databases write for nothing', 'x/y,NULL,NULL,1500,300'],
  ])('with %s', (_what, row) => {
    expect(outcome(`${LABELLED}\n${DAYS}\n${row}`)).toEqual({
      rows: 3,
      input: 1500,
      leftOut: [['total', 1, 4]],
    });
  });

  test('in a rollup of several levels, and in a list of JSON beside another', () => {
    const rollup = `${LABELLED}\n${DAYS}\nx/y,,a,1000,200\nx/y,,b,500,100\nx/y,,,1500,300`;
    expect(outcome(rollup)).toMatchObject({ input: 1500, leftOut: [['total', 3, 4]] });
    const day = { date: '2026-10-01', model: 'x/y', input_tokens: 1000, output_tokens: 200 };
    const by_model = { 'x/y': { input_tokens: 2000, output_tokens: 400 } };
    expect(outcome(JSON.stringify({ by_model, by_day: [day, day] })).input).toBe(2000);
    const answer = (id: string, tokens: number) => ({
      ...{ model: 'x/y', response_id: id },
      ...{ prompt_tokens: tokens, completion_tokens: tokens },
    });
    const answers = [answer('chatcmpl-1', 1), answer('chatcmpl-2', 9), answer('chatcmpl-2', 9)];
    const metrics = { accumulated_token_usage: answer('', 10), token_usages: answers };
    expect(outcome(JSON.stringify({ metrics })).input).toBe(10);
  });

  test('as an agent’s, which holds those of the answers that it asked for', () => {
    const span = (name: string, tokens: number) => ({
      attributes: {
        ...{ 'gen_ai.operation.name': name, 'gen_ai.request.model': 'x/y' },
        ...{ 'gen_ai.usage.input_tokens': tokens, 'gen_ai.usage.output_tokens': tokens },
      },
    });
    const spans = [span('invoke_agent', 15), span('chat', 10), span('chat', 5)];
    expect(outcome(JSON.stringify(spans))).toMatchObject({ input: 15, leftOut: [['total', 1, 1]] });
    expect(outcome(JSON.stringify([span('invoke_agent', 15)])).input).toBe(15);
    const runs = 'run_type,model,input_tokens,output_tokens\nchain,x/y,15,5';
    expect(outcome(`${runs}\nllm,x/y,10,4\nllm,x/y,5,1`).input).toBe(15);
  });

  test.each([
    ['the numbers are not theirs', `${DAYS}\nx/y,,,1500,301`, 3000],
    ['every row is without a label', 'x/y,,,1000,200\nx/y,,,500,100\nx/y,,,1500,300', 3000],
    ['every row is of all', 'x/y,1,all,1000,200\nx/y,2,all,1000,200', 2000],
    [
      'there are as many rows without a label as with one',
      `${DAYS}\nx/y,,,1000,200\nx/y,,,500,100`,
      3000,
    ],
    ['there is one row beside it', 'x/y,2026-10-01,a,1000,200\nx/y,,,1000,200', 2000],
    ['every row is of a month', 'x/y,2026-09,a,1000,200\nx/y,2026-10,a,1000,200', 2000],
  ])('and not left out where %s', (_why, rows, input) => {
    expect(outcome(`${LABELLED}\n${rows}`)).toMatchObject({ input, leftOut: [] });
  });
});

describe('an answer that stands in an export twice', () => {
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const rows = (...ids: string[]) =>
    ['id,model,input_tokens,output_tokens', ...ids.map((one) => `${one},x/y,10,2`)].join('\n');

  test.each([['gen-1'], ['chatcmpl-1'], ['resp_1'], [id]])('is counted once: %s', (one) => {
    const twice = outcome(rows(one, `${one}2`, one));
    expect(twice).toMatchObject({ rows: 3, leftOut: [['written again', 1, 4]] });
  });

  test('is not what an id of another thing shows', () => {
    expect(outcome(rows('team', 'team')).input).toBe(20);
    expect(outcome(`${rows(id)}\n${id},x/y,11,2`).input).toBe(21);
  });

  test('is counted once where a conversation is in JSON twice', () => {
    const message = { id, model: 'x/y', usage: { prompt_tokens: 10, completion_tokens: 2 } };
    const chat = { history: { messages: { [id]: message } }, messages: [message] };
    expect(outcome(JSON.stringify([{ chat }])).input).toBe(10);
  });
});

test('a row of one kind of tokens that cannot be read takes none of another with it', () => {
  const rows = [
    'x/y,"a"b,input,1',
    'x/y,a,input,1000',
    'x/y',
    'x/y,a,output,200,,',
    'x/y,a,input,5,6',
  ];
  const text = ['model,key,type,amount', ...rows, 'x/y,a,input,7', 'x/y,a,output,8'].join('\n');
  const { byModel, leftOut } = read(text);
  expect(byModel.get('x/y')).toMatchObject({ inputTokens: 1008, outputTokens: 208 });
  expect([...leftOut.keys()].toSorted()).toEqual(['cut off', 'too many cells']);
});

test('a quote that is never closed takes no other row with it', () => {
  const rows = Array.from({ length: 1000 }, (_, index) =>
    index === 5 ? '2026-10-01,"x/y,1000,200,400' : ROW,
  );
  const activity = read([HEADER, ...rows].join('\n'));
  expect(activity.byModel.get('x/y')?.outputTokens).toBe(200_000);
  expect([activity.rows, activity.unclosedQuotes]).toEqual([1000, 1]);
});

test('a quote that the header opens takes no row with it', () => {
  const text = [HEADER.replace('model', '"model'), ROW, ROW].join('\n');
  expect(outcome(text)).toEqual({ rows: 2, input: 1200, leftOut: [] });
  expect(read(text).unclosedQuotes).toBe(1);
});

test('what stands behind a closed quote takes no other row with it', () => {
  const text = [HEADER, ROW, '2026-10-01,"x/y"z,1000,200,400', ROW].join('\n');
  expect(outcome(text)).toEqual({ rows: 3, input: 1200, leftOut: [] });
  expect(read(text).byModel.get('x/yz')).toEqual(WHOLE);
});

test('a quote that ends in a later row leaves that row whole, too', () => {
  const quoted = ROW.replaceAll(/[^,]+/g, '"$&"');
  const text = [HEADER, quoted, '"2026-10-01,x/y,1000,200,400', quoted, quoted].join('\n');
  expect(outcome(text)).toEqual({ rows: 4, input: 2400, leftOut: [] });
});

test('other numbers of the file tell what a mark means, and it is said', () => {
  const text = 'model;input;output\nx/y;4.000;1\nx/y;1.234.567;1';
  const activity = read(text);
  expect(activity.byModel.get('x/y')?.inputTokens).toBe(1_238_567);
  expect(read('model;input;output\nx/y;4.000;1\nx/y;12.0;1').byModel.get('x/y')?.inputTokens).toBe(
    16,
  );
  const contradicting = read('model;input;output\nx/y;4.000;1\nx/y;1.234.567;1\nx/y;1,234,567;1');
  expect(contradicting.leftOut.get('ambiguous')?.count).toBe(1);
});

test.each([
  ['nothing', '', /nothing to read/],
  ['blanks', ' \n \n', /nothing to read/],
  ['dots', '.'.repeat(100_000), /No row names a model/],
  ['one name without an end', 'cost.'.repeat(20_000), /No row names a model/],
  ['prose', 'Dear all,\nplease find our usage attached.', /No row names a model/],
  [
    'a table without tokens',
    'date,model,cost\n2026-10-01,x/y,1',
    /No row names a model and tokens.*date, model, cost/,
  ],
  ['no output', 'model,input_tokens\nx/y,1', /no column for the output tokens.*input_tokens/],
  [
    'a total alone',
    'model,total_tokens\nx/y,1',
    /no column for the input tokens and the output tokens.*cannot be split/,
  ],
  ['JSON that is cut off', '{"data":[{"model":"x/y","prompt_tokens":1', /may be cut off/],
  ['JSON without tokens', '{"models":["x/y"]}', /No object in this JSON/],
  [
    'JSON as deep as it is long',
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
    /No object in this JSON/,
  ],
])('%s is refused with what was found', (_what, text, message) => {
  expect(() => read(text)).toThrow(message);
});

describe('in sentences', () => {
  const finder = modelFinder([{ id: 'x/y', name: 'X: Y', variants: [] }]);
  const sentences = (text: string) => {
    const activity = read(text);
    return activitySentences(activity, activityLines(activity, finder));
  };

  test('what was read, as what, and what was not', () => {
    expect(
      sentences(
        `${HEADER},video_tokens\n${ROW},5\n${ROW},0\n,x/y,many,1,1,0\n,x/y,few,1,1,0\n,nobody/else,5,6,0,0`,
      ),
    ).toEqual([
      '2 of 5 rows counted, 2026-10-01 to 2026-10-01, 1 model.',
      'Columns: model from model, input from input_tokens, cached input from cached_tokens, output from output_tokens.',
      'Nothing in the export says whether cached tokens are within the input; they are taken to be within the input.',
      'Not read, though the name speaks of tokens: video_tokens.',
      'Left out: 2 rows (4 and 5): text in the place of a number.',
      'Not in the total: 1 row, as this release has no estimate under the name: nobody/else (5 in, 6 out).',
    ]);
  });

  test('every row is counted, or said not to be, whatever the export holds', () => {
    const row = fc.constantFrom(
      ',x/y,1,1,0',
      ',azure/x/y,2,1,0',
      ',nobody/a,3,1,0',
      ',nobody/b,4,0,0',
      ',x/y,many,1,0',
      ',,5,1,0',
      ',total,9,9,0',
      ',x/y',
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const activity = read(`${HEADER}\n${ROW}\n${rows.join('\n')}`);
        const taken = activityLines(activity, finder);
        const [first = ''] = activitySentences(activity, taken);
        const counted = rows.filter((text) => /x\/y,\d/.test(text)).length + 1;
        expect(first).toMatch(new RegExp(`^${counted} of ${rows.length + 1} rows counted`));
        const ofNobody = rows.filter((text) => text.includes('nobody')).length;
        expect(taken.unmatched.rows).toBe(ofNobody);
      }),
    );
  });

  test('columns that nothing names, as below a header of two rows', () => {
    const header = 'Model;Input tokens;;Output tokens;';
    const said = sentences(`${header}\n;2026-09;2026-10;2026-09;2026-10\nx/y;1000;2000;300;400`);
    expect(said.join(' ')).toContain('Not read, as nothing names it: column 3 and column 5.');
    // A row's number, and columns that hold nothing.
    const index = sentences('\tmodel\tinput\toutput\t\n0\tx/y\t1\t1\t\n1\tx/y\t1\t1\t');
    expect(index.join(' ')).not.toContain('Not read');
  });

  test.each([
    ['LiteLLM', 'model,input_tokens,output_tokens,cache_hit\nx/y,1,1,False\nx/y,1,1,True'],
    ['Portkey', 'ai_model,req_units,res_units,cache_status\nx/y,1,1,MISS\nx/y,1,1,SEMANTIC HIT'],
    [
      'LiteLLM, in JSON',
      '[false, true]'.replaceAll(
        /false|true/g,
        '{"model":"x/y","prompt_tokens":1,"completion_tokens":1,"cache_hit":$&}',
      ),
    ],
  ])('answers of a cache of a gateway’s own: %s', (_export, text) => {
    expect(outcome(text).input).toBe(2);
    expect(sentences(text).join(' ')).toMatch(
      /A cache answered 1 row \([23]\), as the export says/,
    );
  });

  test('columns that stand in for others, and rows of which nothing says how they count', () => {
    const header = 'model,prompt_tokens,completion_tokens,input_tokens,output_tokens';
    const said = sentences(`${header}\nx/y,1000,200,,\nx/y,,,5,6`).join(' ');
    expect(said).toContain(
      'another is read, and brought to how the first counts: input_tokens for prompt_tokens and output_tokens for completion_tokens.',
    );
    const written = 'model,tokens_in,tokens_out,prompt,completion\nx/y,,,42,43\nx/y,7,8,42,43';
    expect(outcome(written)).toMatchObject({ input: 7, leftOut: [['empty', 1, 2]] });
    const known = 'model,prompt_tokens,completion_tokens,prompt_tokens_details.cached_tokens';
    const open = `${known},cached_input_tokens\nx/y,9,9,4,\nx/y,9,9,,5`;
    expect(outcome(open)).toMatchObject({ input: 5, leftOut: [['other columns', 1, 3]] });
  });

  test('rows of a day that stand there twice', () => {
    const row = '2026-10-01,x/y,5,1000,200';
    const table = (requests: string) => `date,model,requests,input,output\n${row}\n${requests}`;
    const said = sentences(table(`${row}\n2026-10-02,x/y,5,1000,200`)).join(' ');
    expect(said).toContain(
      'Like an earlier row in every cell, and counted all the same: 1 row (3).',
    );
    // Two requests may well be alike.
    const one = '2026-10-02,x/y,1,10,2';
    expect(sentences(table(`${one}\n${one}`)).join(' ')).not.toContain('earlier row');
  });

  test('a note above the header that may say a unit', () => {
    const table = 'model,input,output\nx/y,1,1';
    const said = sentences(`Usage\nAll counts in thousands\n${table}`).join(' ');
    expect(said).toContain(
      'stands “All counts in thousands”. Numbers are read as they are written',
    );
    expect(sentences(`Usage\n${table}`).join(' ')).not.toContain('Above the header');
  });

  test('which names were read as another', () => {
    const text = sentences(`${HEADER}\n,azure/x/y,1,2,0\n,x/y,3,4,0`).join(' ');
    expect(text).toContain('Names read as models of the list: azure/x/y as Y.');
  });

  test('no requests beside tokens, and requests that are no number, are not known, and said', () => {
    const header = 'model,requests,input_tokens,output_tokens';
    const text = `${header}\nx/y,0,1000000,10\nx/y,5,1000,10\nx/y,-3,1,1\nx/y,abc,1,1\nx/y,"4,000",1,1\nx/y,0,0,0`;
    expect(read(text).byModel.get('x/y')).toEqual({
      inputTokens: 1001003,
      cachedInputTokens: 0,
      outputTokens: 23,
    });
    expect(sentences(text).slice(2)).toEqual([
      'requests is taken as not known in 1 row (2): 0, though there are tokens.',
      'requests is taken as not known in 1 row (4): fewer than none.',
      'requests is taken as not known in 1 row (5): text in the place of a number.',
      'requests is taken as not known in 1 row (6): a number such as 4.000 or 4,000 can be 4 or 4000, and no other number of the export shows which.',
      'Requests are known in a part of the rows alone, so these are computed as without requests: Y (in 1 of 5 rows).',
    ]);
    expect(sentences(`${header}\nx/y,1.5,1,1`)).toContain(
      'requests is taken as not known in 1 row (2): a fraction.',
    );
    const shown = `${header}\nx/y,"4,000","1,000,000",10`;
    expect(read(shown).byModel.get('x/y')?.requests).toBe(4000);
    expect(sentences(shown).join(' ')).not.toContain('known');
  });

  test('requests that one name of a model has and another has not', () => {
    const text = sentences(
      'model,requests,input_tokens,output_tokens\nx/y,2,1,1\nazure/x/y,,1,1\nazure/x/y,,1,1',
    ).join(' ');
    expect(text).toContain('computed as without requests: Y (in 1 of 3 rows).');
  });

  test('a total that is no number', () => {
    const text = sentences('model,input_tokens,output_tokens,total_tokens\nx/y,1,1,two').join(' ');
    expect(text).toContain(
      'total_tokens is taken as not known in 1 row (2): text in the place of a number.',
    );
  });

  test('a cell of a great length is not said whole, and a day that no calendar has is none', () => {
    const long = 'a'.repeat(200_000);
    const text = `date,model,input_tokens,output_tokens,${long}tokens\n2025-13-45,${long},1,1,1\n2025-02-30,x/y,1,1,1\n2026-10-01,x/y,1,1,1`;
    const said = sentences(text);
    expect(read(text).days).toEqual({ first: '2026-10-01', last: '2026-10-01' });
    expect(said).toContain(
      'date is taken as not known in 2 rows (2 and 3): no day of the calendar, or one that is not written as 2026-10-31.',
    );
    expect(said.join(' ')).toContain('aaa … (1 in, 1 out)');
    expect(said.join(' ').length).toBeLessThan(2000);
    expect(() => read(`model,${long}\nx/y,1`)).toThrow(/^.{0,1000}$/);
  });

  test.each([
    ['2026-10-03T23:00:00Z', '2026-10-03'],
    ['2026/10/03 10:00', '2026-10-03'],
    ['2026.10.03', '2026-10-03'],
    ['20261003', '2026-10-03'],
    ['1791000000', '2026-10-03'],
    ['1791000000.25', '2026-10-03'],
    ['1791000000000', '2026-10-03'],
    ['1791000000000000000', '2026-10-03'],
    ['10/03/2026', undefined],
    ['03.10.2026', undefined],
    ['46298', undefined],
    ['2026-10', undefined],
  ])('the day of %s is %s, and said where it is none', (written, day) => {
    const text = `date,model,input_tokens,output_tokens\n${written},x/y,1,1\n,x/y,1,1\ntomorrow,x/y,1,1`;
    expect(read(text).days).toEqual(day && { first: day, last: day });
    expect(sentences(text).join(' ').includes('date is taken as not known in 1 row (2)')).toBe(
      day === undefined,
    );
  });

  test('counts in JSON that are texts and not read', () => {
    const record = { model: 'x/y', input_tokens: '10', output_tokens: '2', video_tokens: '5' };
    expect(sentences(JSON.stringify(record))).toContain(
      'Not read, though the name speaks of tokens: video_tokens.',
    );
    const other = JSON.stringify({ cache_tokens: 4 });
    expect(sentences(JSON.stringify({ ...record, other })).join(' ')).toContain(
      'counts of tokens stand in it and not in a column of their own: other.',
    );
  });

  test('where nothing matches there is no word of figures', () => {
    const [first, ...others] = sentences(
      'model_id,input_tokens,output_tokens\nnorth,1200000,300000',
    );
    expect(first).toBe('None of 1 rows counted, no model with an estimate: there is no total.');
    expect(others.join(' ')).toContain('north (1.2 million in, 300\u202f000 out)');
    expect([first, ...others].join(' ')).not.toContain('The total is');
  });

  test('why there is no total, where it is not the names', () => {
    const header = 'model,input_tokens,output_tokens';
    expect(sentences(header)[0]).toBe('No row below the header: there is no total.');
    expect(sentences(`${header}\nx/y,0,0`)[0]).toBe(
      'None of 1 rows counted, no tokens: there is no total.',
    );
    expect(sentences(`${header}\nx/y,many,1`)[0]).toBe(
      'None of 1 rows counted: there is no total.',
    );
  });

  test('many rows and many names are counted, not listed', () => {
    const rows = Array.from(
      { length: 50 },
      (_, index) => `,nobody/${index},${index + 1},1,0\n,x/y,a,1,0`,
    );
    const text = sentences(`${HEADER}\n${ROW}\n${rows.join('\n')}`).join(' ');
    expect(text).toContain('50 rows (4, 6, 8 …)');
    expect(text).toContain('and 38 others');
    expect(text.length).toBeLessThan(1500);
  });
});

describe('the log of a session of Codex', () => {
  const count = (input: number, output: number) => ({
    input_tokens: input,
    cached_input_tokens: 0,
    output_tokens: output,
  });
  const SESSION = [
    { total_token_usage: count(100, 10), last_token_usage: count(100, 10) },
    { total_token_usage: count(250, 30), last_token_usage: count(150, 20) },
  ];
  const lines = (events: object[]) => events.map((event) => JSON.stringify(event)).join('\n');

  test('is read by what each request took, not by running totals', () => {
    const activity = read(lines(SESSION.map((info) => ({ model: 'x/y', info }))));
    expect(activity.byModel.get('x/y')).toMatchObject({ inputTokens: 250, outputTokens: 30 });
    expect(activity.unknown).toContain('info.total_token_usage.input_tokens');
  });

  test('with running totals alone is read, and what they are is said', () => {
    const totals = SESSION.map(({ total_token_usage }) => ({ model: 'x/y', total_token_usage }));
    const said = (text: string) =>
      activitySentences(read(text), activityLines(read(text), modelFinder([]))).join('\n');
    expect(said(lines(totals))).toMatch(/is a running total: .* Keep the last row/);
    expect(said(lines(totals.slice(1)))).not.toContain('running total');
  });

  test('in which the model stands in other lines is refused in words', () => {
    const events = [{ type: 'turn_context', payload: { model: 'x/y' } }, ...SESSION];
    expect(() => read(lines(events))).toThrow(/name no model. Other objects name one, as in/);
    expect(() => read(lines(SESSION))).toThrow(/name no model. Write it into each record/);
  });
});
