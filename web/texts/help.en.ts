/** Texts of the help in English: tour, examples, words, and what this is not. */
import type { HelpTexts } from './help.nl.ts';

export const help: HelpTexts = {
  intro: 'New here? Walk the tour, or try the invented examples.',
  tourStart: 'Start the tour',
  tourTitle: (step, of) => `Tour, step ${step} of ${of}`,
  tourNext: 'Next',
  tourBack: 'Previous',
  tourStop: 'Stop',
  tourEnd: 'Done',
  tour: {
    search:
      'Type the name of your municipality here and press Enter. The number comes first, with who printed it and how sure it is.',
    round:
      'Choose the year that it is about here. There is also an invented country of twelve municipalities, to check the sum by hand.',
    country:
      'The Netherlands: all municipalities on a map, ranked, and in tables that you can take along.',
    compare:
      'Check a table: paste or drop figures of somebody else, and see where they differ and why.',
    table: 'Province: what municipalities offer and exchange, what is lacking, and the report.',
    files:
      'Do you have a file of CBS or numbers of your own? Here you always see what the figures rest on. You may also drop a file anywhere on the page.',
    share:
      'A link, the annex for the council, a receipt to redo the sum, or your work as a file: it is here. The page itself remembers nothing.',
  },
  rooms: {
    municipality: [
      'Type a name and press Enter. An abolished municipality leads to the one it belongs to now, a province to its table.',
      'On top stands the number that is known, with who printed it. Where nobody printed one, there is a range.',
      'Below: how sure it is, what changed since the round before, and the sum in steps. The rest is folded: calendar, housing target, own offer and “what if”.',
      'The annex for the council, the receipt and the calculation sheet are under “Share or keep”.',
    ],
    country: [
      'Map and pictures on top, below them the tables of provinces and municipalities. Click on a municipality to open it.',
      'Sort by a click on a heading. Every table can be taken along as a file or copied.',
      'At the bottom, folded: what changes if the need or the weight of the score were different.',
    ],
    compare: [
      'Paste a table with Ctrl+V, drop it on the page or choose a file. Names or codes with numbers are enough.',
      'You see the difference of each row and where it comes from, and with which years the table can best be reproduced.',
      'The comparison can be taken along as a file. Below it stand two rounds beside each other.',
    ],
    table: [
      'Open the example, begin with a province, or open the table that you saved before.',
      'Its parts have a menu of their own: municipalities, submissions, locations, exchange, calendar, tests and report.',
      'Save the table as a file; the page remembers nothing.',
    ],
  },
  roomTitle: (room) => `Open now: ${room}`,
  examplesTitle: 'Examples',
  examplesText:
    'An invented country of twelve municipalities: inhabitants and scores. They also show what a file can look like.',
  examplesTry: 'Try the example files',
  examplesPopulation: 'Download example inhabitants (CSV)',
  examplesScores: 'Download example scores (CSV)',
  notTitle: 'What this is not',
  not: [
    'No site of the government. The table in the Staatscourant and the distribution decision count.',
    'No decision and no duty: the indicative figure is where consultation in the province begins.',
    'No count of places that are there already. They are subtracted from nothing here.',
    'No forecast of the distribution decision, which can be far from the indicative figure.',
    'No table of the minister: what press and municipalities printed is shown with source and hand; where nobody printed anything, there is a range.',
    'No advice about a location, money or other tasks.',
  ],
  wordsTitle: 'Words',
  words: [
    [
      'indicative figure',
      'The number of places that the key gives a municipality. It does not bind.',
    ],
    ['task (opgave)', 'The number of places for a province: the sum of its municipalities.'],
    [
      'distribution decision (verdeelbesluit)',
      'The decision of the minister per province, for two years. This one binds.',
    ],
    ['amv', 'Unaccompanied minors: children without parents. They are inside the total.'],
    [
      'SES-WOA score',
      'A figure of CBS on wealth, education and work of households. On average about zero.',
    ],
    ['durable (duurzaam)', 'Of a place: available for at least five years.'],
    [
      'housing target for permit holders (taakstelling)',
      'Another task: homes for people with a permit. The press sometimes says “taakstelling” for reception places; that is something else.',
    ],
    ['COA', 'Central Agency for the Reception of Asylum Seekers.'],
    [
      'fingerprint (SHA-256)',
      'A code that belongs to exactly one file. When anything changes, the code changes.',
    ],
  ],
  keysTitle: 'Keys',
  keys: [
    ['Tab', 'to the next field or button'],
    ['Arrow down, Enter', 'choose a municipality from the list'],
    ['Escape', 'close a list, a card or the tour'],
    ['Ctrl+Z and Ctrl+Y', 'undo and redo, outside a field'],
    [
      'Ctrl+P',
      'print what you see; Firefox adds page numbers where you tick “headers and footers”',
    ],
  ],
  fileTitle: 'Take it along as one file',
  fileText:
    'The whole program in one HTML file. It works without internet, also from a USB stick: open it with a double click in Edge, Chrome or Firefox.',
  fileDownload: (size) => `Download spreidingswijzer.html (${size} kB)`,
  fileHash: 'SHA-256 of that file:',
  fileCheck: 'To check in Windows: certutil -hashfile spreidingswijzer.html SHA256',
  fileHere: 'You are using that one file now.',
};
