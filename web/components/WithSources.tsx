/** Sentence in which the Dutch title of a source is marked as Dutch. */
import { catalogue, language } from '../state/page.ts';

// The longest first: the title of one law begins as that of another.
const titles = [
  ...new Set(
    catalogue.rounds.flatMap(({ need, minors, sources }) => [
      need.source,
      ...(minors === null ? [] : [minors.source]),
      ...sources.map(({ title }) => title),
    ]),
  ),
].sort((one, other) => other.length - one.length);

/** A sentence in the shown language; the title of a source in it stays Dutch, and a screen reader is told. */
export function WithSources(props: { text: string }) {
  const { text } = props;
  const title = language.value === 'nl' ? undefined : titles.find((each) => text.includes(each));
  if (title === undefined) return <>{text}</>;
  const at = text.indexOf(title);
  return (
    <>
      {text.slice(0, at)}
      <span lang="nl">{title}</span>
      {text.slice(at + title.length)}
    </>
  );
}
