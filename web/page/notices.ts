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

const isc = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee
is hereby granted, provided that the above copyright notice and this permission notice appear in all
copies. THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS
SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE
LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING
FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION,
ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

const bsd = `Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met: Redistributions of source code must retain the above
copyright notice, this list of conditions and the following disclaimer. Redistributions in binary form
must reproduce the above copyright notice, this list of conditions and the following disclaimer in the
documentation and/or other materials provided with the distribution.
THIS IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR
PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT,
INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION)
HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING
NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS, EVEN IF ADVISED OF THE POSSIBILITY OF
SUCH DAMAGE.`;

export const notices = `Spreidingswijzer: EUPL-1.2

Preact: Copyright (c) 2015-present Jason Miller. MIT.
@preact/signals: Copyright (c) 2022-present Preact Team. MIT.
fflate: Copyright (c) 2020-present Arjun Barrett. MIT.
d3-array, d3-color, d3-dispatch, d3-force, d3-format, d3-interpolate, d3-quadtree, d3-scale, d3-time,
  d3-time-format, d3-timer, internmap: Copyright 2010-2026 Mike Bostock. ISC.
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

ISC licence:

${isc}

BSD-2-Clause licence:

${bsd}
`;
