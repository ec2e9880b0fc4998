/** Card of each loaded file: its form, what was recognised, and what a person can say otherwise. */
import { basisName, withBringer } from '../../components/Figure.tsx';
import type { Finding, InspectResult, NumberNotation } from '../../../wasm/index.ts';
import {
  dialectSentences,
  encodingName,
  numberSentence,
  separatorName,
} from '../../../wasm/words/dialect-text.ts';
import { acidTestText } from '../../../wasm/words/evidence-text.ts';
import { recognitionText } from '../../../wasm/words/recognition-text.ts';
import { whole } from '../../format.ts';
import { Cleaned } from './Cleaned.tsx';
import { Columns } from './Columns.tsx';
import { Periods, Wrongs } from './Wrongs.tsx';
import { chooseTable, read, unload } from '../../state/inputs.ts';
import { openView } from '../../page/navigation.ts';
import { bringKnown } from '../compare/published.ts';
import { shortened } from './ReviewPanel.tsx';
import {
  type LoadedFile,
  announcement,
  files,
  isStopped,
  kindOf,
  language,
  ownAnswer,
  result,
  serving,
  texts,
} from '../../state/page.ts';
import { PrintedKind } from '../../components/PrintedKind.tsx';
import { Labelled } from '../../components/Labelled.tsx';

/** What a file says of its form: its sheet, or its separator and encoding. */
function form(file: LoadedFile): readonly string[] {
  const t = texts.value.input;
  const { origin, recognised } = file;
  if (origin !== null) {
    if (origin.table === 'distribution') return [t.dialect.distribution];
    const name = origin.document.tables[origin.table]?.name ?? '';
    switch (origin.document.kind) {
      case 'xlsx':
        return [t.dialect.sheet(name)];
      case 'ods':
        return [t.dialect.odsSheet(name)];
      case 'lines':
        return [t.dialect.lines];
      default:
        return [t.dialect.page(name)];
    }
  }
  return recognised.ok ? dialectSentences(recognised.result.dialect, language.value) : [];
}

/** The marks of each column of numbers, and what decided them. */
function numberForms(inspected: InspectResult): readonly string[] {
  const t = texts.value.input;
  return inspected.columns.flatMap(({ header, column, numbers }) =>
    numbers === null
      ? []
      : [
          t.columnNumbers(
            header === '' ? String(column) : shortened(header),
            numberSentence(numbers, language.value),
          ),
        ],
  );
}

const separators = [',', ';', '\t', '|'] as const;
const encodings = ['utf-8', 'windows-1252'] as const;

/** Another separator or encoding than the file's own evidence says. */
function Overrides(props: { file: LoadedFile; id: string }) {
  const t = texts.value.input;
  const { file, id } = props;
  if (file.origin !== null) return null;
  const field = <T extends string>(
    name: string,
    label: string,
    value: T | undefined,
    options: readonly T[],
    shown: (option: T) => string,
    change: (option: T | undefined) => void,
  ) => (
    <Labelled for={`${name}-${id}`} label={label}>
      <select
        id={`${name}-${id}`}
        class="utrecht-select utrecht-select--html-select"
        value={value ?? ''}
        onChange={(event) => {
          const said = event.currentTarget.value;
          change(options.find((option) => option === said));
        }}
      >
        <option value="">{t.byEvidence}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {shown(option)}
          </option>
        ))}
      </select>
    </Labelled>
  );
  return (
    <div class="fields">
      {field(
        'scheiding',
        t.separatorField,
        file.reading.separator,
        separators,
        (option) => separatorName(option, language.value),
        (separator) => {
          // Other columns: what was said of the old ones is void.
          read(file.name, { separator, columns: undefined });
        },
      )}
      {field(
        'codering',
        t.encodingField,
        file.reading.encoding,
        encodings,
        (option) => encodingName(option, language.value),
        (encoding) => {
          read(file.name, { encoding });
        },
      )}
    </div>
  );
}

function SheetChoice(props: { file: LoadedFile; id: string }) {
  const t = texts.value.input;
  const { origin } = props.file;
  if (origin === null || origin.table === 'distribution' || origin.document.tables.length < 2)
    return null;
  return (
    <Labelled for={props.id} label={t.sheet}>
      <select
        id={props.id}
        class="utrecht-select utrecht-select--html-select"
        value={origin.table}
        onChange={(event) => {
          chooseTable(props.file, Number(event.currentTarget.value));
        }}
      >
        {origin.document.tables.map((table, at) => (
          <option key={at} value={at}>
            {t.sheetRows(table.name, whole(table.rows, language.value))}
            {table.hidden ? ` (${t.sheetHidden})` : ''}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** The columns of a file whose numbers can be read in two ways. */
const questionsAbout = (file: LoadedFile): readonly Finding[] =>
  (ownAnswer.value?.findings ?? []).filter(
    (finding) => finding.code === 'column_ambiguous' && finding.file === file.name,
  );

interface Choice {
  readonly text: string;
  readonly why: string;
  readonly notation: NumberNotation;
}

/** Two ways to read a number with one mark and three digits behind it, such as `1.234`. */
function choices(raw: string): Choice[] {
  const t = texts.value.input;
  const mark = raw.includes(',') ? ',' : '.';
  const other = mark === ',' ? '.' : ',';
  const shown = raw.trim();
  const decimalMark = language.value === 'nl' ? ',' : '.';
  return [
    {
      text: t.asThousands(shown, shown.replaceAll(mark, '')),
      why: t.asThousandsWhy(t.marks[mark]),
      notation: { decimal: other, thousands: mark },
    },
    {
      text: t.asDecimal(shown, shown.replace(mark, decimalMark)),
      why: t.asDecimalWhy(t.marks[mark]),
      notation: { decimal: mark, thousands: null },
    },
  ];
}

/** Asks how the numbers of a column are written, where its cells allow two readings. */
export function Question(props: { finding: Finding; say: (notation: NumberNotation) => void }) {
  const t = texts.value.input;
  return (
    <fieldset class="question" data-testid="vraag">
      <legend class="utrecht-form-label">{t.question}</legend>
      <p>{t.questionWhy}</p>
      <div class="question__choices">
        {choices(props.finding.raw).map(({ text, why, notation }) => (
          <button
            key={text}
            type="button"
            class="choice"
            onClick={() => {
              props.say(notation);
            }}
          >
            <span class="choice__answer">{text}</span> <span>{why}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** The tables that are read with a code list, as a person knows them. */
const readWith = (list: LoadedFile): string =>
  files.value
    .filter(({ reading }) => reading.codeLists?.includes(list.name) === true)
    .map(({ name }) => name)
    .join(', ');

function standing(file: LoadedFile): { text: string; good: boolean } {
  const t = texts.value.input;
  const kind = kindOf(file);
  if (kind === 'unknown') return { text: t.unusable, good: false };
  if (kind === 'published') return { text: t.usedPublished, good: true };
  if (kind === 'code_list') return { text: t.codeListUsed(readWith(file)), good: true };
  if (serving('population') !== file && serving('scores') !== file)
    return { text: t.notUsed, good: false };
  if (ownAnswer.value === null) return { text: t.waiting, good: false };
  return isStopped.value ? { text: t.unusable, good: false } : { text: t.used, good: true };
}

/** What the scores of a person give of the printed table, at once. */
function AcidTest() {
  const text = result.value === null ? null : acidTestText(result.value, language.value);
  return text === null ? null : <p data-testid="proef">{text}</p>;
}

function FileCard(props: { file: LoadedFile; at: number }) {
  const t = texts.value.input;
  const { file } = props;
  const recognised = file.recognised.ok ? file.recognised.result : null;
  const source = [result.value?.population, result.value?.scores].find(
    (input) => input?.file === file.name,
  );
  const { text, good } = standing(file);
  const details = [
    t.kinds[kindOf(file)],
    ...(recognised === null ? [] : [t.rows(whole(recognised.rows.filled, language.value))]),
    ...(source == null ? [] : [basisName(source.basis, file.broughtBy)]),
    ...(source == null && file.broughtBy !== null ? [texts.value.brought.by[file.broughtBy]] : []),
    ...(file.broughtBy === null ? [] : [texts.value.brought.todo]),
    ...(source?.sameAs == null ? [] : [t.sameAs(source.sameAs)]),
  ];
  return (
    <li class={good ? 'file file--good' : 'file'}>
      <div class="file__head">
        <span class="file__name">{file.origin?.name ?? file.name}</span>
        <button
          type="button"
          class="utrecht-button utrecht-button--subtle"
          aria-label={t.remove(file.name)}
          onClick={() => {
            unload(file.name);
            announcement.value = t.removed(file.name);
            document.getElementById('eigen-titel')?.focus();
          }}
        >
          ✕
        </button>
      </div>
      <p class="file__details">{details.join(' · ')}</p>
      <p class="file__standing">{text}</p>
      {result.value?.scores === source && <AcidTest />}
      {recognised?.kind === 'published' && (
        <PrintedKind
          file={file.name}
          title={file.origin?.name ?? file.name}
          id={`afdruk-${props.at}`}
        />
      )}
      {recognised?.kind === 'published' && (
        <p class="buttons">
          <button
            type="button"
            class="utrecht-button utrecht-button--primary-action"
            onClick={() => {
              const title = file.origin?.name ?? file.name;
              bringKnown(file.name, withBringer(title, file.broughtBy));
              openView('compare', 'vergelijk-titel');
            }}
          >
            {t.comparePublished}
          </button>
        </p>
      )}
      {questionsAbout(file).map((finding) => (
        <Question
          key={finding.column}
          finding={finding}
          say={(notation) => {
            read(finding.file, { notation });
          }}
        />
      ))}
      {recognised !== null && <Periods file={file} inspected={recognised} />}
      <Wrongs file={file} />
      <SheetChoice file={file} id={`blad-${props.at}`} />
      <Columns
        file={file.name}
        said={file.reading.columns}
        answer={file.recognised}
        say={(columns) => {
          read(file.name, { columns });
        }}
      />
      {recognised !== null && (
        <details class="disclosure reading">
          <summary>{t.howRead}</summary>
          <ul>
            {form(file).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {source != null && recognitionText(source, language.value) !== '' && (
              <li>{recognitionText(source, language.value)}</li>
            )}
            {numberForms(recognised).map((line) => (
              <li key={line}>{line}</li>
            ))}
            <li class="fingerprint">{t.fingerprint(recognised.sha256)}</li>
          </ul>
          <Overrides file={file} id={String(props.at)} />
        </details>
      )}
      <Cleaned file={file} />
    </li>
  );
}

/** The files a person loaded: what each was taken for, and how it was read. */
export function FileCards() {
  const t = texts.value.input;
  if (files.value.length === 0) return null;
  return (
    <ul class="files" aria-label={t.files}>
      {files.value.map((file, at) => (
        <FileCard key={file.name} file={file} at={at} />
      ))}
    </ul>
  );
}
