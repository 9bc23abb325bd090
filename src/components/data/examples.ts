/** Working examples of reading the index; the browser tests run those that can be run. */

/** A piece of code that reads the index. */
export interface Example {
  /** Marks it for the tests. */
  name: 'curl' | 'javascript' | 'python' | 'sheets' | 'excel';
  title: string;
  /** What to know before; a sentence. */
  before: string;
  code: string;
}

/** The examples, reading from where the site is served, of a model that is there. */
export function examplesAt(origin: string, model = 'openai/gpt-5'): Example[] {
  return [
    {
      name: 'curl',
      title: 'curl',
      before: 'The table of all models, and one model with each of its endpoints:',
      code: `curl --fail --silent --show-error --output index.csv ${origin}/api/v1/index.csv
curl --fail --silent --show-error ${origin}/api/v1/models/${model}.json`,
    },
    {
      name: 'javascript',
      title: 'JavaScript',
      before: 'In Node, Deno or Bun, without a package:',
      code: `const response = await fetch('${origin}/api/v1/index.json');
if (!response.ok) throw new Error(\`The index answered \${response.status}\`);
const { release, methodVersion, models } = await response.json();
const { perThousandOutputTokens } = models.find(({ id }) => id === '${model}');
const { low, central, high } = perThousandOutputTokens.gramsCO2e;
console.log(\`\${central} gCO2e per 1000 output tokens, 5th to 95th percentile \${low} to \${high}\`);
console.log(\`LLM Carbon Index, release \${release}, method \${methodVersion}\`);`,
    },
    {
      name: 'python',
      title: 'Python',
      before: 'With the standard library alone:',
      code: `import csv
import io
import urllib.request

with urllib.request.urlopen("${origin}/api/v1/index.csv") as response:
    rows = list(csv.DictReader(io.TextIOWrapper(response, encoding="utf-8", newline="")))

for row in rows:
    if row["id"] == "${model}":
        low = row["output_gCO2e_per_1k_tokens_low_p5"]
        central = row["output_gCO2e_per_1k_tokens_central_p50"]
        high = row["output_gCO2e_per_1k_tokens_high_p95"]
        print(f"{central} gCO2e per 1000 output tokens, 5th to 95th percentile {low} to {high}")
        print(f"LLM Carbon Index, release {row['release']}, method {row['method_version']}")`,
    },
    {
      name: 'sheets',
      title: 'Google Sheets and LibreOffice',
      before:
        'In an empty sheet of Google Sheets; in LibreOffice, Sheet › External Links takes the same address:',
      code: `=IMPORTDATA("${origin}/api/v1/index.csv")`,
    },
    {
      name: 'excel',
      title: 'Excel and Power BI',
      before:
        'Data › From Web with the address of the CSV, or in the advanced editor of Power Query:',
      code: `let
    File = Web.Contents("${origin}/api/v1/index.csv"),
    Rows = Csv.Document(File, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Named = Table.PromoteHeaders(Rows),
    Typed = Table.TransformColumnTypes(
        Named, {{"output_gCO2e_per_1k_tokens_central_p50", type number}}, "en-US")
in
    Typed`,
    },
  ];
}
