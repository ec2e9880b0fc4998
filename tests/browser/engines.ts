// Which test is run in which engine, and why: the one place that says so.
//
// Chromium runs every test. WebKit has walks of its own (webkit.test.ts). Firefox runs every test of a file that is
// not named here; of one that is named, the tests named with it, for the reason given: what an engine does itself.
// The rest is the page's own logic, and the same in each. `npm run browsers` runs every test in both, and so does
// `npm run release:check`; so does what is asked for by name (`-t`). runner.ts holds this table to the tests.

/** By file, how the names of its tests in Firefox begin, and what differs there. */
export const inFirefox: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accountable: {
    'a click on the total leads': 'where the focus goes, and details that open',
    'what if answers at once': 'numbers typed into fields',
    'a dropped spreadsheet is compared': 'a file, unpacked in a worker',
  },
  answer: {
    'on a telephone the number is on the first screen': 'layout',
    'two rounds beside each other': 'a long page unfolded',
    'the answer has no fault of accessibility': 'colours and names as the engine computes them',
  },
  'bad-input': {
    'a bad receipt is refused': 'JSON that is too deep or too long for the engine',
  },
  country: {
    'the map is one tab stop': 'keys and focus within a picture',
    'a tap gives the card of a circle': 'pointers',
    'a picture is saved as SVG': 'a picture drawn into a canvas; files handed over',
    'with Tab, what has the focus': 'the order of Tab, and what scrolls into sight',
    'at 320 pixels nothing sticks out': 'layout',
    'ten thousand rows are sorted': 'scrolling',
  },
  damaged: {
    'half of a part gone': 'what a script or a policy that does not fit leads to',
    'the file until within a part': 'how a document that ends too early is read',
  },
  ears: {
    'what is dropped is announced': 'dropped files',
    'one press of an arrow': 'a slider under keys',
    'a municipality on the map is found in a list': 'how high a list is drawn',
    'nothing widens the page at 320 pixels': 'layout',
  },
  embed: {
    'the link to the tool opens': 'an address that another page gives',
    'the map is walked with arrows': 'keys and focus within a picture',
    'the code that the page gives': 'frames, and messages between them',
    'nothing but the folder for it': 'the policy that forbids frames',
  },
  files: {
    'unicode.txt is recognised': 'UTF-16, which the engine decodes',
    'boek.xlsx is recognised': 'a worker that unpacks',
    'blad.ods is recognised': 'a worker that unpacks',
    'pagina.xml is recognised': 'a file that is a document',
    'a file beyond 256 MB': 'a file larger than memory should hold',
  },
  inputs: {
    'an .xlsx with two sheets': 'a worker that unpacks',
    'findings and the cleaned file': 'files handed over',
    'a spreadsheet goes along in a dossier': 'a file read, kept and handed over',
    'a pasted page of a published distribution': 'HTML from the clipboard, made harmless',
    'what is really copied is really pasted': 'the clipboard',
    'a Windows-1252 file': 'an encoding, which the engine decodes',
    'a published table goes from its card': 'the clipboard, asked for by a button',
    'a clipboard that the browser keeps': 'the clipboard, refused',
    'a worker that the browser refuses': 'a worker, refused',
    'a million rows': 'a large file in a worker, while the page answers',
    'keyboard, narrow screen': 'layout and colours',
  },
  intake: {
    'the rows are alphabetical': 'pasting into a sheet; the order of names',
    'what fits no row is asked': 'pasting into a sheet',
    'a paste by order': 'pasting into a cell that is being edited',
    'forty messy files at once': 'many files, in a worker',
    'the sections stay within reach': 'what sticks while the rest scrolls',
  },
  large: {
    'a column said by hand holds': 'a file that the worker alone has',
  },
  page: {
    'the newest round shows': 'opened from a file and from a server; keys',
    'two files give their figures': 'files',
    'a table is downloaded': 'files handed over',
    'the single file axe finds nothing': 'colours and names as the engine computes them',
    'a file that was damaged': 'what a script that does not fit leads to',
  },
  proof: {
    'the receipt has the bytes': 'WebAssembly, files handed over',
    'the receipt of every operation': 'WebAssembly',
    'a receipt is checked in the page': 'JSON that is too deep for the engine',
    'an opened link shows the same': 'the address of a file and of a server',
    'a link of another version': 'addresses that are not well-formed',
    'own data never come into the address': 'the address, and what the history keeps',
    'nothing navigates away': 'the policy',
  },
  provincial: {
    'the invented province opens': 'a walk through the room',
    'every bad row of locations': 'keys in a sheet',
    'the report has the receipt': 'WebAssembly, files handed over',
    'offers pasted from a spreadsheet': 'pasting into a sheet',
    'the sheet is one stop for Tab': 'keys and focus in a sheet',
    'every part fits 320 pixels': 'layout',
    'by Tab alone every field': 'the order of Tab; fields for a date',
    'saved, opened again': 'files handed over and read',
    'a long search works in the background': 'a worker that is stopped',
    'the console stays silent': 'what the engine warns of',
  },
  shell: {
    'on a telephone the figure': 'layout',
    'the keyboard alone reaches': 'keys and focus',
    'back and forward walk': 'the history of the browser',
    'a dossier saves everything': 'files handed over; what the browser keeps',
    'undo and redo, with buttons and keys': 'keys that the engine has a use for itself',
  },
  submissions: {
    'files chosen together': 'many files, in a worker',
    'forty files dropped at once': 'many dropped files',
    'the console stays silent': 'what the engine warns of',
  },
  walks: {
    'a citizen types': 'the room of a municipality',
    'an official goes': 'what is taken out of it',
    'a journalist pastes': 'the room to compare in',
    'a secretary opens': 'the room of a province',
    'on a telephone the number': 'layout and scrolling',
    'a file that is dropped says': 'dropped files',
    '“Kies het CBS-bestand” opens': 'the dialog for files',
  },
};
