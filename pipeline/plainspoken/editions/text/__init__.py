"""A book of plain text for screen readers, braille displays and old phones.

It is a folder of small files, one a section: `text/01-opening.txt`. They hold every sentence of
the guide in its order, but for the opening's on sound, and no markup.

A paragraph is one line: the device wraps it to its own width, and no screen reader stops within a
sentence. Lines end with CR LF (RFC 2046 §4.1.1), which every device knows. Each file begins with
the UTF-8 signature (RFC 3629 §6): a plain-text file has no other way to say its encoding, and
without it old programs show broken letters. Signs are few and short: they fit on the narrowest
screen, and a screen reader that speaks them is soon done.

- A heading stands above a short row of signs, and, but for the first, below two blank lines.
- An item of a list begins with `-` or its number.
- A table tells the heads of its columns, then each row as lines of `Head: cell`. `-` is an empty
  cell.
- An alert begins with its label: `Warning: …`. A quotation is marked with `>` (RFC 3676 §4.5).
- A link's address follows on a line of its own, so that no sentence is cut in two. The line says
  the language of a page where it is another: `tea (page in English): https://…`.
- An image is its alternative text, after `Picture:` where a description follows.
- An entry of the glossary is `term: definition`.

Emphasis is left out. Text that is not translated has its notice in the guide itself. In text from
right to left, marks keep the order of values such as telephone numbers (UAX #9 §2.6).
"""
