import { expect } from '@playwright/test';
import Papa from 'papaparse';
import { test } from './secured-test.ts';
import { builtFile, publishedIndex } from './site.ts';

const {
  data: rows,
  errors,
  meta,
} = Papa.parse<Record<string, string>>(builtFile('api/v1/index.csv'), {
  header: true,
  skipEmptyLines: true,
});

test('the CSV holds the models of the JSON, in the same numbers', () => {
  expect(errors).toEqual([]);
  const fromJson = publishedIndex().models.map(({ id, perThousandOutputTokens }) => {
    const { low, central, high } = perThousandOutputTokens.gramsCO2e;
    return [id, low, central, high];
  });
  const fromCsv = rows.map((row) => [
    row.id,
    ...['low_p5', 'central_p50', 'high_p95'].map((part) =>
      Number(row[`output_gCO2e_per_1k_tokens_${part}`]),
    ),
  ]);
  expect(fromCsv).toEqual(fromJson);
});

test('every figure of the CSV has its unit in the header', () => {
  const figures = (meta.fields ?? []).filter(
    (field) =>
      field !== 'method_version' &&
      rows.every((row) => /^\d/.test(row[field] ?? '') && Number.isFinite(Number(row[field]))),
  );
  const unit =
    /_(gCO2e|Wh|mL_water)_per_1k_tokens_(low_p5|central_p50|high_p95)$|_per_kWh_(low_p5|central_p50|high_p95)$|_usd_per_|_tokens$/;
  const withUnit = figures.filter((field) => unit.test(field));
  expect(withUnit.length).toBeGreaterThanOrEqual(27);
  expect(figures.filter((field) => !unit.test(field))).toEqual([]);
});
