// Rows of cells to bytes, as officials and newsrooms exchange them; no cell starts a formula.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace spreiding::csv {

/// How a CSV file is written.
struct Style {
    char separator = ',';
    char decimal_mark = '.';
    bool byte_order_mark = false;
};
constexpr Style international{};
constexpr Style dutch{';', ',', true};

/// Writes rows of cells, UTF-8 and CRLF line ends (RFC 4180).
class Writer {
  public:
    explicit Writer(Style style);

    /// Free text: quoted where needed, and guarded so that no spreadsheet takes it for a formula.
    void text(std::string_view text);
    /// Decimal text with a point, as the core makes it; written with the style's own mark.
    void number(std::string_view decimal);
    void whole(std::int64_t value);
    void empty();
    void end_row();

    std::string take() && { return std::move(out_); }

  private:
    void separate();

    Style style_;
    std::string out_;
    bool row_started_ = false;
};

/// Whether a spreadsheet could take the text for a formula: after any number of apostrophes, and
/// then of spaces and marks that are not seen, a sign that starts one, and something behind it.
/// `'s-Gravenhage` and a lone `-` are no such text.
bool starts_formula(std::string_view text);

/// The text that a guarded one stands for: exactly one apostrophe less where `starts_formula` holds
/// and there is one; else the text itself.
inline std::string_view without_guard(std::string_view text) {
    return text.starts_with('\'') && starts_formula(text) ? text.substr(1) : text;
}

}  // namespace spreiding::csv
