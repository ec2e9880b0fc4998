// Names of the encodings, and of the reasons for which an encoding or separator was chosen.
#include "csv/dialect.hpp"

namespace spreiding::csv {

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf_8_bom:
            return "utf-8-bom";
        case Encoding::windows_1252:
            return "windows-1252";
        case Encoding::utf_16_le:
            return "utf-16le";
        case Encoding::utf_16_be:
            return "utf-16be";
        case Encoding::utf_8:
            break;
    }
    return "utf-8";
}

std::optional<Encoding> encoding_named(std::string_view name) {
    for (const Encoding encoding : {Encoding::utf_8, Encoding::utf_8_bom, Encoding::windows_1252,
                                    Encoding::utf_16_le, Encoding::utf_16_be}) {
        if (name_of(encoding) == name) return encoding;
    }
    return std::nullopt;
}

std::string_view name_of(EncodingReason reason) {
    switch (reason) {
        case EncodingReason::ascii_only:
            return "ascii_only";
        case EncodingReason::valid_utf_8:
            return "valid_utf_8";
        case EncodingReason::not_utf_8:
            return "not_utf_8";
        case EncodingReason::byte_order_mark:
            return "byte_order_mark";
        case EncodingReason::said:
            break;
    }
    return "said";
}

std::string_view name_of(SeparatorReason reason) {
    switch (reason) {
        case SeparatorReason::no_separator:
            return "no_separator";
        case SeparatorReason::rows_alike:
            return "rows_alike";
        case SeparatorReason::decimal_commas:
            return "decimal_commas";
        case SeparatorReason::cuts_finer:
            return "cuts_finer";
        case SeparatorReason::equal_terms:
            return "equal_terms";
        case SeparatorReason::separator_line:
            return "separator_line";
        case SeparatorReason::said:
            break;
    }
    return "said";
}

}  // namespace spreiding::csv
