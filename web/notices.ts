/** What the single file holds of others, with their licences. */
const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions: The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO
EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER
IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR
THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

export const notices = `Spreidingswijzer: EUPL-1.2

Preact: Copyright (c) 2015-present Jason Miller. MIT.
@preact/signals: Copyright (c) 2022-present Preact Team. MIT.
fflate: Copyright (c) 2020-present Arjun Barrett. MIT.
parse5: Copyright (c) 2013-2019 Ivan Nikulin. MIT.
entities: Copyright (c) Felix Böhm. BSD-2-Clause.
saxes: Copyright (c) Isaac Z. Schlueter and contributors, 2016-2022 Louis-Dominique Dubeau. ISC.
xmlchars: Copyright (c) Louis-Dominique Dubeau. MIT.
JSON for Modern C++ (nlohmann_json): Copyright (c) 2013-2022 Niels Lohmann. MIT.
Emscripten runtime: Copyright (c) 2010-2014 Emscripten authors. MIT.
musl libc: Copyright (c) 2005-2020 Rich Felker, et al. MIT.
libc++ and compiler-rt: LLVM project, Apache License 2.0 with LLVM exceptions.
Utrecht Design System (NL Design System) CSS: EUPL-1.2,
  https://github.com/nl-design-system/utrecht

Data of CBS: CC BY 4.0, "Bron: CBS".

MIT licence:

${mit}
`;
