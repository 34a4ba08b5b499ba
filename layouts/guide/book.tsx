import type { Chapter } from '../../src/model/guide.ts';
import type { BookLook, BookProps } from '../../src/model/looks.ts';
import { ChapterPages } from '../parts/chapter.tsx';
import { Contents, Cover } from '../parts/front-matter.tsx';

/** The cover, the contents, then each chapter on pages of its own. */
const book: BookLook = {
  Book: (props: BookProps) => (
    <>
      <Cover {...props} />
      <Contents {...props} />
      {props.chapters.map((chapter: Chapter) => (
        <ChapterPages key={chapter.id} {...props} chapter={chapter} />
      ))}
    </>
  ),
};
export default book;
